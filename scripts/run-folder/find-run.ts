import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { FILES } from './file-names.ts';

/** The folder of a run that a person names: a path, a name in `runs`, or `latest`. */
export function findRun(run: string, runs: string): string {
  for (const folder of [resolve(run), join(runs, run)]) {
    if (existsSync(join(folder, FILES.manifest))) return realpathSync(folder);
  }
  throw new SurgeproofError('no-such-run', { run, folder: runs });
}
