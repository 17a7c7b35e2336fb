import { lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoSentence } from '../errors/errno.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { writeWhole } from '../run-folder/write-file.ts';
import { CONFIG_FILE } from '../surge-file/config/config-file.ts';
import { ignoreRuns } from './ignore-runs.ts';
import type { Wanted } from './wanted.ts';

/** What it did there, by name of the file. */
export interface WrittenFiles {
  readonly written: readonly string[];
  /** There before, and left as they are. */
  readonly kept: readonly string[];
}

const IGNORE_FILE = '.gitignore';

const refuse = (sentence: string): SurgeproofError => new SurgeproofError('invalid-options', { problems: [sentence] });

/** Whether anything has this name, a broken link included. */
const taken = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

function textOf(file: string): string | null {
  return taken(file) ? readFileSync(file, 'utf8') : null;
}

/** Refuses a folder that cannot be used, or that has such a surge already; before any question is asked. */
export function checkFolder(folder: string, surge: string): void {
  try {
    const there = statSync(folder, { throwIfNoEntry: false });
    if (there !== undefined && !there.isDirectory()) throw refuse(`--dir: must be a folder, got ${folder}, which is a file`);
    if (taken(join(folder, surge)))
      throw refuse(`${surge}: must be a new file, but there is one already; choose another name with --name, or remove it`);
  } catch (error) {
    if (error instanceof SurgeproofError) throw error;
    throw refuse(`--dir: must be a folder that can be read, got ${folder}: ${errnoSentence(error)}`);
  }
}

/** Writes the files that are missing, or none: the first failure takes back what was written. A file that is there is never changed but for a line of .gitignore. */
export async function writeFiles(folder: string, { surge, config }: Pick<Wanted, 'surge' | 'config'>): Promise<WrittenFiles> {
  checkFolder(folder, surge.name);
  const fresh: string[] = [];
  try {
    const hasConfig = taken(join(folder, CONFIG_FILE));
    const before = textOf(join(folder, IGNORE_FILE));
    const ignored = ignoreRuns(before ?? '');
    const wanted: [name: string, text: string, isNew: boolean][] = [[surge.name, surge.text, true]];
    if (!hasConfig) wanted.push([CONFIG_FILE, config, true]);
    if (ignored !== null) wanted.push([IGNORE_FILE, ignored, before === null]);
    mkdirSync(folder, { recursive: true });
    for (const [name, text, isNew] of wanted) {
      await writeWhole(join(folder, name), text);
      if (isNew) fresh.push(name);
    }
    const kept = [...(hasConfig ? [CONFIG_FILE] : []), ...(ignored === null ? [IGNORE_FILE] : [])];
    return { written: wanted.map(([name]) => name), kept };
  } catch (error) {
    for (const name of fresh) await rm(join(folder, name), { force: true });
    throw refuse(`--dir: must be a folder that can be written, got ${folder}: ${errnoSentence(error)}`);
  }
}
