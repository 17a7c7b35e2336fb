import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that breaks something, and the one that repairs it. */
export interface CommandFault {
  begin(): Promise<void>;
  end(): Promise<void>;
}

/** Characters of what a program says that are shown when it fails. */
const SHOWN = 200;

/** Runs a program to its end. Rejects with a sentence when it cannot be run, fails, or takes longer than `timeout` milliseconds. */
async function runProgram([program = '', ...args]: readonly string[], timeout: number): Promise<void> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout, killSignal: 'SIGKILL' });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => {
    if (said.length < SHOWN) said += piece.toString();
  });
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (signal !== null) throw new Error(`${program} took longer than ${timeout / 1_000} s and was ended`);
    if (code !== 0) throw new Error(`${program} ended with code ${code}${said === '' ? '' : `: ${said.slice(0, SHOWN).trim()}`}`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw typeof code === 'string' ? new Error(`${program} cannot be run (${code})`) : error;
  }
}

/**
 * A shell that waits for a line of ours and runs the undo when its input ends without one: the one thing that is left when this process is
 * killed. It is in a group of its own, so that Ctrl-C does not reach it.
 */
function guard(undo: readonly string[]): ChildProcess {
  const script = 'if read -r line && [ "$line" = done ]; then exit 0; fi; exec "$@"';
  const child = spawn('/bin/sh', ['-c', script, 'undo', ...undo], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.stdin?.on('error', () => {});
  child.on('error', () => {});
  child.unref();
  return child;
}

/** A fault that is a command, with an undo that runs whatever becomes of this process. Times in milliseconds. */
export function commandFault(run: readonly string[], undo: readonly string[] | null, timeout: number): CommandFault {
  let watching: ChildProcess | null = null;
  return {
    async begin() {
      watching = undo === null ? null : guard(undo);
      await runProgram(run, timeout);
    },
    async end() {
      if (undo === null) return;
      await runProgram(undo, timeout);
      // Only now: an undo that fails is tried once more by the guard when this process ends.
      watching?.stdin?.end('done\n');
      watching = null;
    },
  };
}
