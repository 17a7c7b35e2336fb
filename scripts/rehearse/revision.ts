import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ManifestFile } from '../../models/results/manifest.ts';
import { PROJECT_FOLDER } from '../project/project-folder.ts';

const git = async (...parameters: string[]): Promise<string> =>
  (await promisify(execFile)('git', ['-C', PROJECT_FOLDER, ...parameters])).stdout.trim();

/** The commit surgeproof runs from; null outside git. */
export async function revision(): Promise<ManifestFile['revision']> {
  try {
    const [commit, changes] = await Promise.all([git('rev-parse', 'HEAD'), git('status', '--porcelain')]);
    return { commit, dirty: changes !== '' };
  } catch {
    return null;
  }
}
