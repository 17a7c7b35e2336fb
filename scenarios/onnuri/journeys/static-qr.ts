import { CANCELLED_SHARE } from '../../../models/people/merchant.ts';
import { MISHAPS, payAgain, payOther, payTooLate, refundPart } from '../payments/mishaps.ts';
import { payByQr, scanCounter } from '../payments/pay-by-qr.ts';
import { type Purchase, purchaseOf } from '../payments/purchases.ts';
import { cancel } from '../payments/take-back.ts';
import { thinkTimes } from '../think-times.ts';
import type { PaymentUser } from '../voucher-user.ts';
import { login } from './login.ts';

/** Pays by the QR on the counter, once: also a person who never heard whether the payment was made. */
export async function staticQr(user: PaymentUser): Promise<void> {
  await login(user);
  await user.get('balance', '/balance', { read: (answer) => answer.number('balance') });
  const asked = purchaseOf(() => user.random());
  const merchant = await scanCounter(user, asked.store);

  await user.think(thinkTimes.pay);
  if (user.random() < MISHAPS.overtaken) await payTooLate(user, asked);
  const key = user.newKey();
  // Without an answer nobody knows what became of it, and another tender is tried.
  const paid = await payByQr(user, { ...asked, key, merchant, purchase: key }).catch(() => null);
  if (paid === null || (paid.status === 'approved' && user.random() < MISHAPS.lost)) await payAgain(user, key, asked);
  else if (paid.status === 'approved') await afterwards(user, key, asked);
}

/** What a few people do with a payment that was made. */
async function afterwards(user: PaymentUser, key: string, asked: Purchase): Promise<void> {
  if (user.random() < MISHAPS.otherBody) await payOther(user, key, asked);
  const draw = user.random();
  if (draw < CANCELLED_SHARE) await cancel(user, key, asked.amount);
  else if (draw < CANCELLED_SHARE + MISHAPS.refunded) await refundPart(user, key, asked.amount);
}
