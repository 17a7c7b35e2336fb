import type { Response } from 'k6/http';
import type { Ask } from '../../../models/definition/user.ts';
import { endingOfAnswer, endingOfUnreadable } from '../../recording/ending.ts';
import type { Call } from '../call.ts';
import { answerOf, replyOf } from './answer.ts';
import { atPath } from './json-path.ts';

/** Whether the body of an answer is needed at all. */
export function keepsBody({ read, expect }: Ask<unknown>): boolean {
  return read !== undefined || typeof expect === 'function';
}

function isExpected(expect: number | readonly number[] | undefined, status: number): boolean {
  if (expect === undefined) return status >= 200 && status < 300;
  return typeof expect === 'number' ? status === expect : expect.includes(status);
}

/** The `error` field of a JSON body, which many services fill with a code. */
function codeIn(response: Response): unknown {
  const { body } = response;
  if (typeof body !== 'string' || !body.startsWith('{')) return undefined;
  try {
    return atPath(JSON.parse(body), 'error');
  } catch {
    return undefined;
  }
}

const why = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');

/** Judges the last answer of a call: writes its `value`, or the `ending` when it is not what the journey expects. */
export function judgeAnswer(call: Call, response: Response, status: number): void {
  const { expect, read } = call.ask;
  if (read === undefined && typeof expect !== 'function') {
    if (isExpected(expect, status)) call.value = replyOf(response);
    else call.ending = endingOfAnswer(status, codeIn(response));
    return;
  }
  const answer = answerOf(response);
  try {
    const good = typeof expect === 'function' ? expect(answer) : isExpected(expect, status);
    if (!good) call.ending = endingOfAnswer(status, codeIn(response));
    else call.value = read === undefined ? answer : read(answer);
  } catch (error) {
    // An error page in place of the expected document is unreadable too, but its status says more.
    call.ending = status >= 400 ? endingOfAnswer(status, codeIn(response)) : endingOfUnreadable(status, why(error));
  }
}
