import type { Writable } from 'node:stream';

/** Lets a command go on to its end when nobody reads what it prints any more, as in `surgeproof … | head`: its files and its status still count. */
export function heedClosedPipe(...streams: readonly Writable[]): void {
  for (const stream of streams)
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
