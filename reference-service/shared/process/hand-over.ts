import type { ChildProcess } from 'node:child_process';
import type { FromPart, ToPart } from './messages.ts';

/**
 * Parent side of a start: gives the part its configuration and resolves with what it says when it is ready.
 * Rejects with the part's own sentence when it fails, or with one about its end when it ends first.
 *
 * The configuration is sent only when the part says that it listens: what comes earlier may be lost.
 */
export function handOver<Config, Ready>(part: ChildProcess, config: Config): Promise<Ready> {
  return new Promise((resolve, reject) => {
    part.on('message', (message: FromPart<Ready>) => {
      if (message.type === 'loaded') part.send({ type: 'start', config } satisfies ToPart<Config>, () => {});
      if (message.type === 'ready') resolve(message.ready);
      if (message.type === 'failed') reject(new Error(message.message));
    });
    part.once('exit', (code: number | null, signal: string | null) =>
      reject(new Error(`the process ended with ${signal ?? `code ${code}`} before it was ready`)),
    );
  });
}
