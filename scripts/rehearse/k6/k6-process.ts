import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { splitLines } from '../../processes/split-lines.ts';
import type { K6Command } from './k6-command.ts';

/** How k6 ended. */
export interface K6End {
  readonly code: number | null;
  readonly signal: string | null;
}

export interface K6Process {
  readonly pid: number;
  /** Settles when it is gone and everything it printed has been read. */
  readonly ended: Promise<K6End>;
  send(signal: 'SIGINT' | 'SIGKILL'): void;
}

/** Characters of a line that are kept; the parser looks at no longer one. */
const LONGEST = 8_388_608;

/** What a line of the measurement log begins with; everything else is k6's own talk. */
const MEASUREMENT = '{"surgeproof":';

/**
 * Starts k6 in a process group of its own, so that Ctrl-C in a terminal reaches only surgeproof, which decides how k6 ends. Should
 * surgeproof be killed, k6 ends at its next line: no one reads its pipe any more.
 */
export function startK6(
  binary: string,
  command: K6Command,
  onMeasurement: (line: string) => void,
  onTalk: (line: string) => void,
): K6Process {
  const child = spawn(binary, [...command.parameters], { env: command.env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const read = (stream: Readable): Promise<unknown> => {
    const lines = splitLines((line) => (line.startsWith(MEASUREMENT) ? onMeasurement(line) : onTalk(line)), LONGEST);
    stream.setEncoding('utf8');
    stream.on('data', lines.take);
    return once(stream, 'close').then(lines.end);
  };
  const gone = new Promise<K6End>((resolve) => {
    child.once('error', (error) => {
      onTalk(`k6 cannot be started: ${error.message}`);
      resolve({ code: null, signal: 'not started' });
    });
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const ended = Promise.all([gone, read(child.stdout), read(child.stderr)]).then(([end]) => end);
  return {
    pid: child.pid ?? 0,
    ended,
    send: (signal) => {
      if (child.exitCode === null && child.signalCode === null && child.pid) child.kill(signal);
    },
  };
}
