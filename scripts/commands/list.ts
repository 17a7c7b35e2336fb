import { statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { type ProfileSummary, profilesOf } from '../../models/definition/profiles-of.ts';
import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { shortPath } from '../surge-file/broken-file.ts';
import { builtInSurges, type SurgeFile, surgesIn } from '../surge-file/built-in-surges.ts';
import { findSurge } from '../surge-file/find-surge.ts';
import { loadSource } from '../surge-file/load-surge.ts';
import { columns } from '../terminal/columns.ts';
import type { Console } from '../terminal/console.ts';
import { lengthInWords } from '../terminal/length-in-words.ts';
import { plain } from '../terminal/plain.ts';

/** A surge as `list` shows it. */
interface ListedSurge {
  /** What to type after `surgeproof rehearse`. */
  readonly name: string;
  readonly builtIn: boolean;
  readonly title: string;
  readonly profiles: readonly ProfileSummary[];
  /** Why the file cannot be loaded; null when it can. */
  readonly problem: string | null;
}

async function listed({ file }: SurgeFile, name: string, builtIn: boolean): Promise<ListedSurge> {
  try {
    const { definition } = await loadSource({ file, contents: null });
    const title = typeof definition.title === 'string' ? definition.title : '';
    return { name, builtIn, title, profiles: profilesOf(definition), problem: null };
  } catch (error) {
    if (!(error instanceof SurgeproofError)) throw error;
    return { name, builtIn, title: '', profiles: [], problem: error.message.split('\n').slice(1).join('; ') || error.message };
  }
}

/** People and length of a profile: `1,200 people in 3 min`; a forecast says both later. */
function sizeOf({ people, seconds }: ProfileSummary): string {
  if (people === null || seconds === null) return 'as a forecast says';
  return `${Math.round(people).toLocaleString('en-US')} people in ${lengthInWords(seconds)}`;
}

function linesOf({ name, title, profiles, problem }: ListedSurge, width: number): string[] {
  if (problem !== null) return [`${name}: ${plain(problem)}`, ''];
  const rows = profiles.map((profile) => [`  ${profile.name}`, sizeOf(profile), plain(profile.description)]);
  return [title === '' ? name : `${name}: ${plain(title)}`, ...columns(rows, width), ''];
}

/** What to type for a surge file: from the working folder when it lies in it. */
function typedName(file: string): string {
  const near = shortPath(resolve(file));
  return isAbsolute(near) ? near : `./${near}`;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The surges of one folder, or the one that is named. */
function surgesOf(where: string): Promise<ListedSurge>[] {
  const files = isFolder(where) ? surgesIn(resolve(where)) : [{ name: where, file: findSurge(where) }];
  return files.map((one) => listed(one, typedName(one.file), false));
}

/** Those of this folder and the built-in ones. */
function allSurges(): Promise<ListedSurge>[] {
  return [...surgesOf(process.cwd()), ...builtInSurges().map((one) => listed(one, one.name, true))];
}

/** `surgeproof list [where]`: surges with their profiles; of this folder and the built-in ones, or of another folder or file alone. */
export async function list(where: string | undefined, console: Console): Promise<ExitCode> {
  const surges = await Promise.all(where === undefined ? allSurges() : surgesOf(where));
  if (surges.length === 0) console.out(`There is no surge file in ${where}; \`surgeproof init --dir ${where}\` writes one.`);
  for (const line of surges.flatMap((surge) => linesOf(surge, console.resultWidth()))) console.out(line);
  if (surges.length > 0) console.out('surgeproof rehearse <name> --profile <profile> sends one of them.');
  console.document({ schema: 'surgeproof/list', version: 1, surges });
  return EXIT.ok;
}
