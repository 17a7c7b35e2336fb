import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { handOver } from './hand-over.ts';
import type { ToPart } from './messages.ts';
import { orderer } from './order-answers.ts';
import { runnable } from './typescript-loader.ts';
import { unprivileged as withoutRoot } from './unprivileged.ts';

/** A running part of the reference service, seen from its parent. */
export interface Part<Ready> {
  readonly name: string;
  readonly pid: number;
  readonly ready: Ready;
  /** The exit code, null after a signal. */
  readonly exited: Promise<number | null>;
  /** Tells the part something while it runs, see `obey` there. Rejects with a sentence when it could not be done. */
  order(order: unknown): Promise<void>;
  /** Asks the part to end, insists after `STOP_PATIENCE`, and resolves when the process is gone. */
  stop(): Promise<void>;
}

export interface PartOptions<Config> {
  readonly name: string;
  /** The TypeScript file that calls `runPart`. */
  readonly entry: URL;
  readonly config: Config;
  /** Run it without the rights of root, where that is possible. */
  readonly unprivileged?: boolean;
  readonly onLog: (line: string) => void;
}

/** A part could not start; the message is a sentence for the user. */
class PartFailedError extends Error {
  constructor(part: string, reason: string) {
    super(`The ${part} of the reference service did not start: ${reason}`);
    this.name = 'PartFailedError';
  }
}

/** A request leaves a few KiB of garbage: with 16 MiB, the default, V8 collects it ten times a second and copies what is still in flight. */
const MEMORY_FLAGS = ['--max-semi-space-size=64'] as const;

/** Milliseconds; longer than a part grants itself. */
const STOP_PATIENCE = 20_000;

function forwardOutput(child: ChildProcess, name: string, onLog: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => onLog(`${name}: ${line}`));
  }
}

function tell(child: ChildProcess, message: ToPart<never>): void {
  if (child.connected) child.send(message, () => {});
}

async function stopChild(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.connected) tell(child, { type: 'stop' });
  else child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE);
  await exited;
  clearTimeout(insist);
}

/**
 * Starts a part as a process of its own and waits until it is ready. Throws a `PartFailedError`; then no process is left.
 * The part is detached from the terminal, so that Ctrl-C reaches only the parent, which decides when the parts end.
 */
export async function startPart<Config, Ready>(options: PartOptions<Config>): Promise<Part<Ready>> {
  const { name, entry, config, onLog, unprivileged = false } = options;
  const { file, flags } = runnable(entry);
  const plain = { execPath: process.execPath, execArgv: [...MEMORY_FLAGS, ...flags] };
  const child = fork(file, [], { ...(unprivileged ? withoutRoot(plain) : plain), detached: true, silent: true });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  forwardOutput(child, name, onLog);
  try {
    const ready = await handOver<Config, Ready>(child, config);
    return { name, pid: child.pid ?? 0, ready, exited, order: orderer(child, name), stop: () => stopChild(child, exited) };
  } catch (error) {
    await stopChild(child, exited);
    throw new PartFailedError(name, error instanceof Error ? error.message : String(error));
  }
}
