import type { Response } from 'k6/http';
import type { Answer } from '../../../models/definition/answer.ts';
import type { Ask, Statuses } from '../../../models/definition/user.ts';
import { endingOfAnswer, endingOfUnreadable } from '../../recording/ending.ts';
import type { Call } from '../call.ts';
import { answerOf, replyOf } from './answer.ts';
import { atPath } from './json-path.ts';

type Expect = Ask<unknown>['expect'];
type WithTest = Extract<Expect, { readonly when: unknown }>;

const hasTest = (expect: Expect): expect is WithTest => typeof expect === 'object' && 'when' in expect;

/** The test of an answer whose status is good; undefined without one. */
function testOf(expect: Expect): ((answer: Answer) => boolean) | undefined {
  if (typeof expect === 'function') return expect;
  return hasTest(expect) ? expect.when : undefined;
}

/** Whether the body of an answer is needed at all. */
export function keepsBody({ read, expect }: Ask<unknown>): boolean {
  return read !== undefined || testOf(expect) !== undefined;
}

/** A service that breaks often sends the usual body with a 5xx, so that no test of a body can make up for a status nobody named. */
function isGoodStatus(expect: Expect, status: number): boolean {
  if (expect === undefined || typeof expect === 'function') return status >= 200 && status < 300;
  const named: Statuses = hasTest(expect) ? expect.status : expect;
  return typeof named === 'number' ? status === named : named.includes(status);
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

/** Judges the last answer of a call: writes its `value`, or the `ending` when it is not what the journey expects, else null. */
export function judgeAnswer(call: Call, response: Response, status: number): void {
  const { expect, read } = call.ask;
  call.ending = null;
  if (!isGoodStatus(expect, status)) {
    call.ending = endingOfAnswer(status, codeIn(response));
    return;
  }
  const test = testOf(expect);
  if (read === undefined && test === undefined) {
    call.value = replyOf(response);
    return;
  }
  const answer = answerOf(response);
  try {
    if (test !== undefined && !test(answer)) call.ending = endingOfAnswer(status, codeIn(response));
    else call.value = read === undefined ? answer : read(answer);
  } catch (error) {
    // An error page in place of the expected document is unreadable too, but its status says more.
    call.ending = status >= 400 ? endingOfAnswer(status, codeIn(response)) : endingOfUnreadable(status, why(error));
  }
}
