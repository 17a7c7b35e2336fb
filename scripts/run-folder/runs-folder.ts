import { resolve } from 'node:path';

/** The folder that holds the run folders: `SURGEPROOF_RUNS`, or `runs` where the command is called. */
export function runsFolder(env: Readonly<Record<string, string | undefined>>): string {
  return resolve(env.SURGEPROOF_RUNS || 'runs');
}
