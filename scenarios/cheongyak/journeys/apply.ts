import { COMPLEXES, UNITS } from '../../../models/people/applicant.ts';
import type { Answer, Receipt } from '../../../surgeproof.ts';
import type { ApplicantUser } from '../applicant-user.ts';
import { signMessage } from '../signing/sign-message.ts';
import { thinkTimes } from '../think-times.ts';
import { login, MESSAGE } from './login.ts';

const CLOSED = 410;

/** People who press the button in the last moment, and how long before the close at most. Assumed. */
const LAST_MOMENT_SHARE = 0.05;
const LAST_MOMENT_MS = 300;

/** When the window closes, by the clock of this machine; 0 when it stays open, so that nobody waits for it. */
function closeOf(answer: Answer): number {
  const left = answer.json('closesInMs');
  return typeof left === 'number' ? Date.now() + left : 0;
}

/** From the notice to the receipt: log in by certificate, check, fill in, sign, and look whether it is there. */
export async function apply(user: ApplicantUser): Promise<void> {
  // Most people want the same few.
  const complex = 1 + Math.floor(COMPLEXES * user.random() ** 2);
  const closesAt = await user.get('notice', `/complexes/${complex}`, { read: closeOf });
  await login(user);

  await user.think(thinkTimes.eligibility);
  const points = await user.get('eligibility', '/eligibility', { read: (answer) => answer.number('points') });

  await user.think(thinkTimes['fill-in']);
  const draft = await fillIn(user, complex, points);

  await user.think(thinkTimes.sign);
  if (user.random() < OTHER_SHARE) await signOther(user, draft);
  if (user.random() < LAST_MOMENT_SHARE) await user.wait(closesAt - Date.now() - LAST_MOMENT_MS * user.random());
  const { status, receipt } = await submit(user, complex, draft);
  if (status === 'closed') user.turnedAway('after the close');

  await user.think(thinkTimes['see-receipt']);
  await user.get('see-receipt', `/applications/${receipt}`, {
    read: (answer) => answer.text('receipt') === receipt || answer.refuse('another receipt'),
  });
}

interface Draft {
  readonly form: string;
  readonly nonce: string;
}

/** What is signed is what was entered: a person would see another complex on the screen. */
function fillIn(user: ApplicantUser, complex: number, points: number): Promise<Draft> {
  const unit = UNITS[Math.floor(user.random() * UNITS.length)] ?? UNITS[0];
  const household = 1 + Math.floor(user.random() * 5);
  const { phone } = user.account;
  return user.put('fill-in', '/drafts', {
    json: { complex, unit, household, points, address: `Test road ${1 + Math.floor(user.random() * 999)}`, phone },
    safeToRepeat: true,
    read: (answer) => {
      const form = answer.text('form');
      if (!form.includes(`\ncomplex=${complex}\n`) || !form.includes(`\nunit=${unit}\n`))
        return answer.refuse('the form is not what was entered');
      return { form, nonce: answer.text('nonce') };
    },
  });
}

/** The signature, and what became of it: a receipt, or a refusal because it is over. */
async function submit(user: ApplicantUser, complex: number, { form, nonce }: Draft): Promise<Receipt> {
  const { method, secret } = user.account;
  const key = user.newKey();
  const answer = user.post('sign', '/applications', {
    bytes: await signMessage(form, user.account),
    headers: { ...MESSAGE, 'x-vid-secret': secret, 'x-nonce': nonce },
    tags: { method },
    key,
    expect: { status: [200, CLOSED], when: (one) => one.status === 200 || isClosed(one) },
    read: receiptOf,
  });
  return user.journal({ key, complex, ...(user.account.fault === null ? {} : { fault: user.account.fault }) }, answer);
}

/** Some plug-ins sign what they signed before. Assumed. */
const OTHER_SHARE = 0.03;

/** What is signed is not what is on the screen: never to be stored. */
async function signOther(user: ApplicantUser, { form, nonce }: Draft): Promise<void> {
  const { secret } = user.account;
  await user.post('sign-other', '/applications', {
    bytes: await signMessage(form.replace('\nunit=', '\nunit=1'), user.account),
    headers: { ...MESSAGE, 'x-vid-secret': secret, 'x-nonce': nonce, 'idempotency-key': user.newKey() },
    expect: { status: [422, CLOSED], when: (answer) => isClosed(answer) || answer.find('error') === 'other-content' },
  });
}

const isClosed = (answer: Answer): boolean => answer.status === CLOSED && answer.find('error') === 'closed';

const receiptOf = (answer: Answer): Receipt =>
  isClosed(answer) ? { status: 'closed', receipt: '' } : { status: answer.text('status'), receipt: answer.text('receipt') };
