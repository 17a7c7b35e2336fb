import type { PaymentUser } from '../voucher-user.ts';
import { payByCard } from './pay-by-card.ts';
import { type Purchase, storeName } from './purchases.ts';
import { refusedAs } from './receipts.ts';
import { netCancel, refund } from './take-back.ts';

/** Shares of the people to whom each happens. Assumed; more than in life where a short run would have none. */
export const MISHAPS = {
  /** The answer is lost, the person net-cancels and pays again by another tender. */
  lost: 0.08,
  /** The net cancel overtakes its payment. */
  overtaken: 0.03,
  /** An app uses a key for another payment. */
  otherBody: 0.03,
  /** Some things go back. */
  refunded: 0.05,
  /** The QR of a terminal is a photo of minutes ago. */
  expired: 0.2,
} as const;

/** The app died with the answer: the payment is taken back by its data, and the card pays in its place. One of the two counts. */
export async function payAgain(user: PaymentUser, key: string, asked: Purchase): Promise<void> {
  await netCancel(user, key, asked);
  await payByCard(user, asked, { purchase: key, agreed: false });
}

/** A net cancel that comes before its payment: the payment must be refused when it comes. */
export async function payTooLate(user: PaymentUser, asked: Purchase): Promise<void> {
  const [key, { amount, store }] = [user.newKey(), asked];
  await netCancel(user, key, asked);
  const answer = user.post('pay-late', '/payments', {
    json: { key, merchant: storeName(asked), amount },
    key,
    expect: { status: 409, when: refusedAs('net-cancelled') },
    read: () => ({ status: 'refused', receipt: '' }),
  });
  await user.journal({ key, amount, store, step: 'pay-late' }, answer);
}

/** The key of a payment that was made, with another amount. */
export async function payOther(user: PaymentUser, key: string, asked: Purchase): Promise<void> {
  await user.post('pay-other', '/payments', {
    json: { key, merchant: storeName(asked), amount: asked.amount + 100 },
    safeToRepeat: true,
    expect: { status: 422, when: refusedAs('key-reused') },
  });
}

/** A part goes back, and whoever asks for all of it besides is refused. */
export async function refundPart(user: PaymentUser, key: string, amount: number): Promise<void> {
  await refund(user, key, Math.max(1, Math.floor(amount / 2)));
  const more = user.newKey();
  const answer = user.post('refund-more', '/payments/refund', {
    json: { key: more, of: key, amount },
    key: more,
    expect: { status: 422, when: refusedAs('beyond-captured') },
    read: () => ({ status: 'refused', receipt: '' }),
  });
  await user.journal({ key: more, amount, of: key, step: 'refund-more' }, answer);
}
