import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { errnoSentence } from '../errors/errno.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { ownerText, thisProcess } from '../processes/owner.ts';
import { FILES } from './file-names.ts';

export interface RunFolder {
  /** Name of the run, unique in its folder. */
  readonly id: string;
  readonly folder: string;
}

const MOST_IN_ONE_SECOND = 100;

/**
 * Name of a run that starts at `now`: sorts by time, and is a file name on every system.
 *
 * @example runId('smoke', new Date('2026-11-22T05:06:07.890Z')) // => '2026-11-22T05-06-07Z-smoke'
 */
export function runId(surge: string, now: Date): string {
  return `${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z-${surge}`;
}

/**
 * Makes the folder of a run: `out` when given (it must be new or empty), else a new one in `runs`, to which `runs/latest` then points.
 */
export async function createRunFolder(surge: string, runs: string, out: string | null, now: Date): Promise<RunFolder> {
  const id = runId(surge, now);
  const wanted = out === null ? join(runs, id) : resolve(out);
  try {
    if (out !== null) return await useGiven(id, wanted);
    await mkdir(runs, { recursive: true });
    return await makeNew(runs, id);
  } catch (error) {
    if (error instanceof SurgeproofError) throw error;
    throw new SurgeproofError('folder-not-writable', { folder: wanted, reason: errnoSentence(error) });
  }
}

/** Takes a folder for this process; false when another one has it, even since this very moment: a file is made by one alone. */
async function taken(folder: string): Promise<boolean> {
  try {
    await writeFile(join(folder, FILES.owner), `${ownerText(thisProcess())}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function useGiven(id: string, folder: string): Promise<RunFolder> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0 || !(await taken(folder))) throw new SurgeproofError('folder-not-empty', { folder });
  return { id, folder };
}

async function makeNew(runs: string, id: string): Promise<RunFolder> {
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? id : `${id}-${copy}`;
    try {
      await mkdir(join(runs, name));
      await taken(join(runs, name));
      return { id: name, folder: join(runs, name) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || copy === MOST_IN_ONE_SECOND) throw error;
    }
  }
}

/** Lets everybody see that the run is over. */
export async function leaveFolder(folder: string): Promise<void> {
  await rm(join(folder, FILES.owner), { force: true });
}

/** Lets `runs/latest` point at a run; a new link takes the old one's place in one step. */
export async function pointLatest(runs: string, folder: string): Promise<void> {
  const link = join(runs, `.latest.${process.pid}`);
  await rm(link, { force: true });
  await symlink(basename(folder), link);
  await rename(link, join(runs, 'latest'));
}
