import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

const MIB = 1_048_576;

/** Free space in MiB where a folder lies or would be made; null when the system does not tell. */
export async function freeDiskMiB(folder: string): Promise<number | null> {
  const here = resolve(folder);
  try {
    const { bavail, bsize } = await statfs(here);
    return Math.floor((bavail * bsize) / MIB);
  } catch {
    return dirname(here) === here ? null : freeDiskMiB(dirname(here));
  }
}
