import { birthDigitOf } from '../../models/people/visitor.ts';
import type { Answer, Person, Receipt, User } from '../../surgeproof.ts';
import type { CouponStep } from './steps.ts';
import { thinkTimes } from './think-times.ts';

/** A visitor of the coupon's page. */
export type VisitorUser = User<CouponStep, Person>;

/** The maintenance of the night, and the end of the stock, say so politely. */
const GONE = 410;
/** People who apply although the page said that it is not their day. Assumed. */
const ANYWAY_SHARE = 0.2;

async function logIn(user: VisitorUser): Promise<void> {
  await user.get('today', '/today', { read: (answer) => answer.list('digits').length === 2 || answer.refuse('not two digits') });
  await user.think(thinkTimes.login);
  const { user: name, pin } = user.account;
  await user.post('login', '/login', { json: { user: name, pin }, read: (answer) => answer.text('user'), safeToRepeat: true });
}

const saysGone =
  (code: string) =>
  (answer: Answer): boolean =>
    answer.status === 200 || answer.find('error') === code;

/** The status and receipt of an answer, or this word for a polite refusal. */
const receiptOr =
  (word: string) =>
  (answer: Answer): Receipt =>
    answer.status === GONE ? { status: word, receipt: '' } : { status: answer.text('status'), receipt: answer.text('receipt') };

/** Applies for the coupon; whoever came on another day than their own learns it before filling in anything. */
export async function apply(user: VisitorUser): Promise<void> {
  await logIn(user);
  const digit = birthDigitOf(user.number + 1);
  const eligibility = user.get('eligibility', '/eligibility', {
    read: (answer) => ({ status: answer.boolean('eligible') ? 'eligible' : 'not-today', receipt: '' }),
  });
  const { status: day } = await user.journal({ digit, step: 'eligibility' }, eligibility);
  if (day === 'not-today' && user.random() < ANYWAY_SHARE) await applyAnyway(user);
  if (day === 'not-today') user.turnedAway('not their day');

  await user.think(thinkTimes.apply);
  const key = user.newKey();
  const answer = user.post('apply', '/applications', {
    json: { key },
    key,
    expect: { status: [200, GONE], when: saysGone('closed') },
    read: receiptOr('closed'),
  });
  const { status } = await user.journal({ key, digit, step: 'apply' }, answer);
  if (status === 'closed') user.turnedAway('maintenance of the night');
}

async function applyAnyway(user: VisitorUser): Promise<void> {
  await user.post('apply-anyway', '/applications', {
    json: { key: user.newKey() },
    safeToRepeat: true,
    expect: { status: 422, when: (answer) => answer.find('error') === 'not-today' },
  });
}

/** Buys one of the vouchers that end. */
export async function buyVoucher(user: VisitorUser): Promise<void> {
  await logIn(user);
  await user.think(thinkTimes['buy-voucher']);
  const key = user.newKey();
  const answer = user.post('buy-voucher', '/purchases', {
    json: { key },
    key,
    expect: { status: [200, GONE], when: saysGone('sold-out') },
    read: receiptOr('sold-out'),
  });
  const { status } = await user.journal({ key, step: 'buy-voucher' }, answer);
  if (status === 'sold-out') user.turnedAway('sold out');
}
