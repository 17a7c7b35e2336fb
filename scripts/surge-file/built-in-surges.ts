import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PROJECT_FOLDER } from '../project/project-folder.ts';

/** A file that holds a surge. */
export interface SurgeFile {
  /** Its name without `.surge.ts`, by which the command line finds the built-in ones. */
  readonly name: string;
  readonly file: string;
}

const ENDING = /\.surge\.[mc]?[jt]s$/;

/** Surge files of one folder, sorted by name; none where there is no such folder. */
export function surgesIn(folder: string): SurgeFile[] {
  try {
    return readdirSync(folder)
      .filter((name) => ENDING.test(name))
      .sort()
      .map((name) => ({ name: basename(name).replace(ENDING, ''), file: join(folder, name) }));
  } catch {
    return [];
  }
}

/** The surges that come with surgeproof: `scenarios/<service>/<name>.surge.ts`. */
export function builtInSurges(): SurgeFile[] {
  const scenarios = join(PROJECT_FOLDER, 'scenarios');
  const services = readdirSync(scenarios, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return services.flatMap(({ name }) => surgesIn(join(scenarios, name)));
}
