import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errnoSentence } from '../errors/errno.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';

/** The folder of `--out`, made when it is missing; one that cannot be written is a sentence. */
export async function outputFolder(folder: string): Promise<string> {
  try {
    await make(folder);
    return folder;
  } catch (error) {
    const problems = [`--out: must be a folder that can be written, got ${folder}: ${errnoSentence(error)}`];
    throw new SurgeproofError('invalid-options', { problems });
  }
}

/** The recursive mkdir of Node never ends where the system lets no one make a folder, as in /proc: this one tries each parent once. */
async function make(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
    if (await stat(dirname(folder)).catch(() => null)) throw error;
    await make(dirname(folder));
    await mkdir(folder);
  }
}
