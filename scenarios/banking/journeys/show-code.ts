import type { CustomerUser } from '../customer-user.ts';
import { habits } from '../habits.ts';
import { thinkTimes } from '../think-times.ts';
import { attempt } from './attempts.ts';
import { mistyped, type ShownCode, shownCode, type Token, untilNextCode } from './codes.ts';
import type { LoggedIn } from './login.ts';

/** Milliseconds before a code ends in which nobody shows the one before it: on the way it would become too old. */
const ALMOST_OVER = 3_000;

/** Steps that a code on a slip of paper is old. */
const OLD = 9;

function sent(user: CustomerUser, { bearer, customer }: LoggedIn, { serial }: Token, { code, counter }: ShownCode) {
  return {
    asked: { path: '/codes', json: { serial, code }, bearer },
    facts: { act: 'code', customer, serial, counter },
    refused: (step: 'wrong-code' | 'used-code' | 'old-token', bad: string, refusal: string) =>
      attempt(
        user,
        step,
        { act: 'code', customer, serial, counter, bad },
        { path: '/codes', json: { serial, code }, bearer, refusals: [refusal] },
      ),
  };
}

/** Shows a code that must be refused. */
export function showBadCode(
  user: CustomerUser,
  who: LoggedIn,
  token: Token,
  shown: ShownCode,
  [step, bad, refusal]: readonly [step: 'wrong-code' | 'used-code' | 'old-token', bad: string, refusal: string],
) {
  return sent(user, who, token, shown).refused(step, bad, refusal);
}

/** Reads the code of the token and types it, now and then a wrong one first. Resolves to the approval. */
export async function showCode(user: CustomerUser, who: LoggedIn, token: Token): Promise<string> {
  await user.think(thinkTimes.code);
  const bad = async (shown: ShownCode, reason: string): Promise<void> => {
    await showBadCode(user, who, token, shown, ['wrong-code', reason, 'wrong-code']);
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
  const { asked, facts } = sent(user, who, token, shown);
  const { given } = await attempt(user, 'verify', facts, { ...asked, gives: 'approval' });
  if (user.random() < habits.usedCode.value) await showBadCode(user, who, token, shown, ['used-code', 'used', 'used-code']);
  return given;
}
