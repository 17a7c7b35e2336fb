import type { Writable } from 'node:stream';

/** Lets a command finish when its output is no longer read, as in `surgeproof … | head`: its files and its exit status still count. */
export function heedClosedPipe(...streams: readonly Writable[]): void {
  for (const stream of streams)
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
