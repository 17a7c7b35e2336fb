import { stat } from 'node:fs/promises';
import { errnoSentence } from '../../errors/errno.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';

/** Whether there is a file to read. A device or a pipe of this name never ends, so that anything but a file is refused. */
export async function regularFile(file: string, mostBytes = Number.POSITIVE_INFINITY): Promise<boolean> {
  const refuse = (problem: string): never => {
    throw new SurgeproofError('unreadable-file', { file, problems: [problem] });
  };
  try {
    const found = await stat(file);
    if (!found.isFile()) return refuse('must be a file, got something else; take it away');
    if (found.size > mostBytes) return refuse(`must have at most ${mostBytes} bytes, got ${found.size}; surgeproof writes no such file`);
    return true;
  } catch (error) {
    if (error instanceof SurgeproofError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    return refuse(`must be readable: ${errnoSentence(error)}`);
  }
}
