import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plain } from '../terminal/plain.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { SurgeproofError } from './surgeproof-error.ts';

/** An error as it is reported to a person or, with `--json`, to a program. */
export interface ErrorReport {
  readonly code: string;
  readonly message: string;
  readonly exit: ExitCode;
}

/** A known error becomes its sentence. Anything else is our bug: one sentence, and the stack in a file that can be sent to us. */
export function reportOf(error: unknown): ErrorReport {
  if (error instanceof SurgeproofError) return { code: error.code, message: plain(error.message), exit: error.exit };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return {
    code: 'bug',
    message: `This is a bug in surgeproof (${plain(reason)}); please report it with ${writeStack(stack)}.`,
    exit: EXIT.bug,
  };
}

function writeStack(stack: string): string {
  const folder = join(tmpdir(), 'surgeproof-bugs');
  const file = join(folder, `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${process.pid}.txt`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${stack}\n${(process.argv ?? []).join(' ')}\nNode ${process.version} ${process.platform} ${process.arch}\n`);
    return file;
  } catch {
    return `this stack:\n${stack}`;
  }
}
