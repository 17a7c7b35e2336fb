import type { ExitCode } from './exit-code.ts';
import { type ErrorCode, type ErrorDetails, MESSAGES } from './messages.ts';

/** An error somebody can do something about: a code of the closed list with its details. Shown as a sentence, never with a stack. */
export class SurgeproofError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly details: ErrorDetails<Code>;
  readonly exit: ExitCode;

  constructor(code: Code, details: ErrorDetails<Code>) {
    const { say, exit } = MESSAGES[code];
    super((say as (given: ErrorDetails<Code>) => string)(details));
    this.name = 'SurgeproofError';
    this.code = code;
    this.details = details;
    this.exit = exit;
  }
}
