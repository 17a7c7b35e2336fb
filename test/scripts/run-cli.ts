import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { builtFile } from '../support/built-file.ts';

export const BIN = builtFile('bin/surgeproof.mjs');

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Settles when the text has been printed, on either stream. */
  says(text: string): Promise<void>;
}

interface Options {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly bin?: string;
}

/** Starts the command line as a person would, without a terminal. */
export function startCli(args: readonly string[], { cwd, env = {}, bin = BIN }: Options): Started {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => {
    stdout += data;
  });
  child.stderr.on('data', (data: Buffer) => {
    stderr += data;
  });
  const finished = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  const says = async (text: string): Promise<void> => {
    while (!(stderr + stdout).includes(text)) {
      await Promise.race([
        once(child.stderr, 'data'),
        once(child.stdout, 'data'),
        finished.then(() => Promise.reject(new Error(`ended without saying "${text}":\n${stderr}${stdout}`))),
      ]);
    }
  };
  return { child, finished, says };
}

export function runCli(args: readonly string[], options: Options): Promise<Finished> {
  return startCli(args, options).finished;
}
