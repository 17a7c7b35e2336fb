import type { FromPart, ToPart } from './messages.ts';

/** A part that runs: what the parent needs to know of it, and how it ends. */
export interface Running<Ready> {
  readonly ready: Ready;
  /** Does what the parent orders while it runs; a part without it takes no orders. */
  obey?(order: unknown): void | Promise<void>;
  stop(): Promise<void>;
}

/** A part that cannot end in this time (ms) is ended without ceremony. */
const STOP_DEADLINE = 15_000;

/** Does what is ordered; returns what went wrong, null when nothing did. */
async function obey(running: Promise<Running<unknown>> | null, order: unknown): Promise<string | null> {
  try {
    const part = await running;
    if (part?.obey === undefined) return 'it takes no orders';
    await part.obey(order);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Child side of a part: starts when the parent says so, stops when it says so, on SIGTERM, or when the parent is gone.
 * A parent that was killed with SIGKILL closes the IPC channel, the one sign that always arrives.
 */
export function runPart<Config, Ready>(start: (config: Config) => Promise<Running<Ready>>): void {
  const send = (message: FromPart<Ready>): void => {
    if (process.connected) process.send?.(message);
  };
  let running: Promise<Running<Ready>> | null = null;
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), STOP_DEADLINE);
    const part = await running?.catch(() => null);
    await part?.stop();
    process.exit(0);
  };
  if (process.send === undefined) {
    console.error('This file is one part of the reference service: start the whole with `surgeproof target`.');
    process.exit(2);
  }
  // The parent reads these pipes; when it is gone, writing to them must not end the part before it has cleaned up.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('message', (message: ToPart<Config>) => {
    if (message.type === 'stop') void end();
    if (message.type === 'order') void obey(running, message.order).then((problem) => send({ type: 'obeyed', id: message.id, problem }));
    if (message.type !== 'start' || running !== null) return;
    running = start(message.config);
    running.then(
      (part) => send({ type: 'ready', ready: part.ready }),
      (error: unknown) => send({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
  });
  process.on('disconnect', () => void end());
  process.on('SIGTERM', () => void end());
  send({ type: 'loaded' });
}
