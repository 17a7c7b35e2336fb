import type { FailureCause, IdentificationMethod } from '../../../models/people/identification.ts';
import type { Answer, Person } from '../../../surgeproof.ts';
import type { Caller } from '../caller.ts';
import type { IdentityStep } from '../steps.ts';
import { thinkTimes } from '../think-times.ts';

/** An attempt that was begun. Moments in Unix milliseconds of this machine. */
export interface Begun {
  readonly attempt: string;
  readonly method: IdentificationMethod;
  readonly resendAt: number;
  readonly expiresAt: number;
}

/** What a person enters. */
export const entered = ({ user, name, phone, carrier }: Person) => ({ user, name, phone, carrier, network: 'home' });

/** Begins an attempt: name, number, carrier and method. */
export async function begin(user: Caller, method: IdentificationMethod): Promise<Begun> {
  const { account } = user;
  const { attempt, resendInMs, expiresInMs } = await user.post('send', '/verifications', {
    json: { ...entered(account), method },
    key: user.newKey(),
    tags: { carrier: account.carrier, method },
    read: (answer) => ({
      attempt: answer.text('attempt'),
      resendInMs: answer.number('resendInMs'),
      expiresInMs: answer.number('expiresInMs'),
    }),
  });
  return { attempt, method, resendAt: Date.now() + resendInMs, expiresAt: Date.now() + expiresInMs };
}

/** Looks at the phone until the code is there, or another one may be asked for; null then. */
export async function codeOf(user: Caller, { attempt, resendAt }: Begun): Promise<string | null> {
  for (;;) {
    await user.think(thinkTimes.phone);
    const code = await user.get('phone', `/phone/messages/${attempt}`, {
      query: { user: user.account.user },
      read: (answer) => (answer.json('code') === null ? null : answer.text('code')),
    });
    if (code !== null || Date.now() >= resendAt) return code;
  }
}

/** Says yes in the app, or to the card company. */
export async function approve(user: Caller, { attempt }: Begun): Promise<void> {
  await user.think(thinkTimes.approve);
  await user.post('approve', `/phone/approvals/${attempt}`, { query: { user: user.account.user }, safeToRepeat: true });
}

/** Confirms, and sees the account. */
export async function confirm(user: Caller, { attempt, method }: Begun, code: string | null): Promise<void> {
  const answer = user.post('confirm', `/verifications/${attempt}/confirm`, {
    json: code === null ? {} : { code },
    key: user.newKey(),
    tags: { method },
    read: (one) => ({ status: isOwn(user, one) ? 'verified' : one.refuse('somebody else’s account'), receipt: '' }),
  });
  await user.journal({ key: attempt }, answer);
  await user.get('account', '/account', { read: (one) => isOwn(user, one) || one.refuse('somebody else’s account') });
}

const isOwn = (user: Caller, answer: Answer): boolean => answer.text('user') === user.account.user;

/** How something must be refused. */
export interface Refused {
  readonly step: IdentityStep;
  readonly status: number;
  readonly error: string;
}

/** Confirms in a way that must be refused. */
export async function mustFail(user: Caller, { attempt }: Begun, code: string | null, { step, status, error }: Refused): Promise<void> {
  await user.post(step, `/verifications/${attempt}/confirm`, {
    json: code === null ? {} : { code },
    headers: { 'idempotency-key': user.newKey() },
    expect: { status, when: (answer) => answer.find('error') === error },
  });
}

/** Says why it did not work, and looks whether that is what the service remembers. */
export async function report(user: Caller, { attempt }: Begun, cause: FailureCause): Promise<void> {
  const answer = user.post('report-failure', `/verifications/${attempt}/failure`, {
    json: { cause },
    safeToRepeat: true,
    read: (one) => ({ status: one.text('outcome'), receipt: '' }),
  });
  await user.journal({ key: attempt, cause }, answer);
  await user.get('look-up', `/verifications/${attempt}`, { read: (one) => one.find('cause') === cause || one.refuse('another cause') });
}
