import type { CustomerUser, LoggedIn } from '../customer-user.ts';
import { habits } from '../habits.ts';
import { thinkTimes } from '../think-times.ts';
import { attempt } from './attempts.ts';
import { mistyped, type ShownCode, shownCode, type Token, untilNextCode } from './codes.ts';

/** Milliseconds before a code ends in which nobody shows the one before it: on the way it would become too old. */
const ALMOST_OVER = 3_000;

/** Steps that a code on a slip of paper is old. */
const OLD = 9;

const request = ({ bearer }: LoggedIn, { serial }: Token, { code }: ShownCode) => ({ path: '/codes', json: { serial, code }, bearer });

const factsOf = ({ customer }: LoggedIn, { serial }: Token, { counter }: ShownCode) => ({ act: 'code', customer, serial, counter });

/** Why a code must be refused, and with which words. */
interface BadCode {
  readonly step: 'wrong-code' | 'used-code' | 'old-token';
  readonly bad: string;
  readonly refusal: string;
}

/** Shows a code that must be refused. */
export async function showBadCode(user: CustomerUser, who: LoggedIn, token: Token, shown: ShownCode, why: BadCode): Promise<void> {
  const { step, bad, refusal } = why;
  await attempt(user, step, { ...factsOf(who, token, shown), bad }, { ...request(who, token, shown), refusals: [refusal] });
}

/** Reads the code of the token and types it, now and then a wrong one first. Resolves to the approval. */
export async function showCode(user: CustomerUser, who: LoggedIn, token: Token): Promise<string> {
  await user.think(thinkTimes.code);
  const bad = async (shown: ShownCode, reason: string): Promise<void> => {
    await showBadCode(user, who, token, shown, { step: 'wrong-code', bad: reason, refusal: 'wrong-code' });
    await user.think(thinkTimes.retry);
  };
  if (token.drift !== 0) {
    await bad(shownCode(token), 'drifted');
    user.turnedAway('clock of the token is wrong: to the branch');
  }
  if (user.random() < habits.oldCode.value) await bad(shownCode(token, OLD), 'old');
  if (user.random() < habits.mistyped.value) await bad(mistyped(shownCode(token)), 'mistyped');
  const late = user.random() < habits.previousCode.value && untilNextCode() > ALMOST_OVER;
  const shown = shownCode(token, late ? 1 : 0);
  const { given } = await attempt(user, 'verify', factsOf(who, token, shown), { ...request(who, token, shown), gives: 'approval' });
  const again = { step: 'used-code', bad: 'used', refusal: 'used-code' } as const;
  if (user.random() < habits.usedCode.value) await showBadCode(user, who, token, shown, again);
  return given;
}
