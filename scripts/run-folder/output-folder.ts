import { mkdir } from 'node:fs/promises';
import { SurgeproofError } from '../errors/surgeproof-error.ts';

/** The folder of `--out`, made when it is missing; one that cannot be written is a sentence. */
export async function outputFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    return folder;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? 'a file stands there' : code;
    throw new SurgeproofError('invalid-options', { problems: [`--out: must be a folder that can be written, got ${folder} (${reason})`] });
  }
}
