import { readFile } from 'node:fs/promises';

/** Bytes a process read and wrote since it began, by any call; null where the system does not tell. */
export interface ProcessBytes {
  readonly received: number;
  readonly sent: number;
}

/** Reads `/proc/<pid>/io` of Linux: `rchar` and `wchar` count sockets as well as files and pipes. */
export async function processBytes(pid: number): Promise<ProcessBytes | null> {
  const text = await readFile(`/proc/${pid}/io`, 'utf8').catch(() => '');
  const of = (name: string): number | null => {
    const found = new RegExp(`^${name}: (\\d+)$`, 'm').exec(text)?.[1];
    return found === undefined ? null : Number(found);
  };
  const [received, sent] = [of('rchar'), of('wchar')];
  return received === null || sent === null ? null : { received, sent };
}
