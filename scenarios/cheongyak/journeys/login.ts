import { PASSWORD_TRIES } from '../../../models/people/applicant.ts';
import type { Answer } from '../../../surgeproof.ts';
import type { ApplicantUser } from '../applicant-user.ts';
import { signMessage } from '../signing/sign-message.ts';
import { thinkTimes } from '../think-times.ts';

/** The media type of a signed message. */
export const MESSAGE = { 'content-type': 'application/pkcs7-mime' } as const;

/** What a certificate with a fault is refused for; a damaged one can no longer be read as one of the authority. */
const REFUSALS = { expired: 'expired', revoked: 'revoked', corrupt: 'not-issued-here', 'wrong-identity': 'wrong-identity' } as const;

/** Whether a refusal is the one that this person's certificate deserves. */
function isDeserved({ account }: ApplicantUser, answer: Answer): boolean {
  return answer.status === 422 && account.fault !== null && answer.find('error') === REFUSALS[account.fault];
}

/** Some browsers send a form again: the signature of a login is good for one. Assumed. */
const REPLAYED_SHARE = 0.03;

/** Logs in by a signature over a challenge. People whose certificate is no good learn it here, and give up. */
export async function login(user: ApplicantUser): Promise<void> {
  const challenge = await user.post('challenge', '/login/challenge', { read: (answer) => answer.text('challenge'), safeToRepeat: true });

  await user.think(thinkTimes.login);
  await openKey(user);
  const { user: name, method, secret, fault } = user.account;
  const bytes = await signMessage(challenge, user.account);
  const headers = { ...MESSAGE, 'x-user': name, 'x-method': method, 'x-vid-secret': secret };
  const answer = user.post('login', '/login', {
    bytes,
    headers,
    tags: { method },
    expect: { status: [200, 422], when: (one) => one.status === 200 || isDeserved(user, one) },
    read: (one) => ({ status: one.status === 200 ? 'logged-in' : 'refused', receipt: '' }),
  });
  const { status } = await user.journal(fault === null ? {} : { fault }, answer);
  if (status === 'refused') user.turnedAway(`certificate ${fault ?? 'refused'}`);
  if (user.random() < REPLAYED_SHARE) await user.post('login-again', '/login', { bytes, headers, expect: { status: 422, when: isUsed } });
}

/** On the device of a person, and no request of anybody: some type a wrong password for their key, and after a few it is locked. */
async function openKey(user: ApplicantUser): Promise<void> {
  const { wrongPasswords, clockIsAhead } = user.account;
  if (clockIsAhead) user.turnedAway('clock of the device');
  for (let i = 0; i < wrongPasswords; i++) await user.think(thinkTimes.password);
  if (wrongPasswords >= PASSWORD_TRIES) user.turnedAway('password of the certificate locked');
}

const isUsed = (answer: Answer): boolean => answer.find('error') === 'unknown-challenge';
