import type { FailureCause, IdentificationMethod } from '../../../models/people/identification.ts';
import { drawName } from '../attempts/draw.ts';
import { attemptMix, METHOD_SHARES, NEXT_METHODS } from '../attempts/mix.ts';
import type { Caller } from '../caller.ts';
import { thinkTimes } from '../think-times.ts';
import { approve, type Begun, begin, codeOf, confirm, entered, mustFail, report } from './attempt.ts';

/** Nobody tries more often in one sitting: the fifth failure would block. */
const MOST_ATTEMPTS = 4;

/** Share of the people with a code who try each of the things that must be refused. Assumed. */
const ODD_SHARE = 0.04;

const { failing } = attemptMix();

/** Causes for which people stop, and the service could do nothing. */
const OWN: readonly FailureCause[] = ['pass-absent', 'browser', 'input'];

/** Tries a method, then another, until the person is through or has enough. */
export async function identify(user: Caller): Promise<void> {
  await user.think(thinkTimes.methods);
  await user.get('methods', '/methods');
  const random = (): number => user.random();
  let method: IdentificationMethod = drawName(METHOD_SHARES, random) ?? 'card';
  let resendAt = 0;
  for (let tried = 1; ; tried++) {
    await user.think(thinkTimes.send);
    if (method === 'SMS' || method === 'ARS') await user.wait(resendAt - Date.now());
    const { cause, begun } = await attempt(user, method, drawName(failing[method], random));
    if (cause === null) return;
    if (begun !== null) resendAt = Math.max(resendAt, begun.resendAt);
    const next: IdentificationMethod | null = tried < MOST_ATTEMPTS ? drawName(NEXT_METHODS[method], random) : null;
    if (next === null) stop(user, cause);
    method = next;
  }
}

function stop(user: Caller, cause: FailureCause): never {
  if (OWN.includes(cause)) user.turnedAway(cause);
  user.giveUp(cause);
}

interface Tried {
  /** null: through. */
  readonly cause: FailureCause | null;
  readonly begun: Begun | null;
}

/** One attempt, which will fail for `cause` if there is one; and for a message that never comes. */
async function attempt(user: Caller, method: IdentificationMethod, cause: FailureCause | null): Promise<Tried> {
  if (cause === 'input') {
    await misspell(user, method);
    return { cause, begun: null };
  }
  const begun = await begin(user, method);
  if (cause !== null && cause !== 'sms-not-received') {
    await user.think(thinkTimes['report-failure']);
    await report(user, begun, cause);
    return { cause, begun };
  }
  const through = method === 'SMS' || method === 'ARS' ? await byCode(user, begun, cause) : await byApp(user, begun);
  if (!through) await report(user, begun, 'sms-not-received');
  return { cause: through ? null : 'sms-not-received', begun };
}

/** A name with a slip of the finger: the carrier knows another. */
async function misspell(user: Caller, method: IdentificationMethod): Promise<void> {
  const key = user.newKey();
  const { account } = user;
  const answer = user.post('fail', '/verifications', {
    json: { ...entered(account), name: `${account.name}.`, method },
    headers: { 'idempotency-key': key },
    safeToRepeat: true,
    expect: { status: 422, when: (one) => one.find('error') === 'mismatch' },
    read: () => ({ status: 'struck', receipt: '1' }),
  });
  await user.journal({ key, cause: 'input' }, answer);
}

async function byApp(user: Caller, begun: Begun): Promise<true> {
  if (user.random() < ODD_SHARE) await mustFail(user, begun, null, { step: 'unapproved', status: 409, error: 'not-approved' });
  await approve(user, begun);
  await confirm(user, begun, null);
  return true;
}

/** A phone whose filter hides the message shows none, however long one looks. */
async function byCode(user: Caller, begun: Begun, cause: FailureCause | null): Promise<boolean> {
  if (cause === 'sms-not-received') {
    await user.wait(begun.resendAt - Date.now());
    return false;
  }
  const odd = begun.method === 'SMS' ? user.random() : 1;
  if (odd < ODD_SHARE) await again(user, begun);
  const code = await codeOf(user, begun);
  if (code === null) return false;
  await user.think(thinkTimes.confirm);
  if (odd > ODD_SHARE && odd < 2 * ODD_SHARE) return await afterAnother(user, begun, code);
  if (odd > 2 * ODD_SHARE && odd < 3 * ODD_SHARE) return await tooLate(user, begun, code);
  await confirm(user, begun, code);
  return true;
}

/** Impatient people press the button once more. */
async function again(user: Caller, { method }: Begun): Promise<void> {
  const { carrier } = user.account;
  await user.post('send-again', '/verifications', {
    json: { ...entered(user.account), method, carrier },
    headers: { 'idempotency-key': user.newKey() },
    expect: { status: 429, when: (answer) => answer.find('error') === 'too-soon' },
  });
}

/** Asks for another code, then types in the first. */
async function afterAnother(user: Caller, first: Begun, code: string): Promise<boolean> {
  await user.wait(first.resendAt - Date.now());
  const second = await begin(user, first.method);
  // A code that is wrong counts, whatever is wrong with it.
  const refused = mustFail(user, first, code, { step: 'old-code', status: 422, error: 'old-code' });
  await user.journal(
    { key: first.attempt },
    refused.then(() => ({ status: 'struck', receipt: '1' })),
  );
  const right = await codeOf(user, second);
  if (right === null) return false;
  await confirm(user, second, right);
  return true;
}

/** Milliseconds by which the clocks of two machines may differ. */
const CLOCKS = 300;

/** Types the code in when it is over, then asks for another. */
async function tooLate(user: Caller, first: Begun, code: string): Promise<boolean> {
  await user.wait(first.expiresAt + CLOCKS - Date.now());
  await mustFail(user, first, code, { step: 'late-code', status: 410, error: 'expired' });
  const second = await begin(user, first.method);
  const right = await codeOf(user, second);
  if (right === null) return false;
  await confirm(user, second, right);
  return true;
}
