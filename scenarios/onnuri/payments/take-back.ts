import type { Answer, Receipt } from '../../../surgeproof.ts';
import { thinkTimes } from '../think-times.ts';
import type { PaymentUser, QrUser } from '../voucher-user.ts';
import { type Purchase, storeName } from './purchases.ts';
import { receiptOf } from './receipts.ts';

/** The wrong amount or store: the person takes the payment back. */
export async function cancel(user: QrUser, payment: string, amount: number): Promise<void> {
  await user.think(thinkTimes.cancel);
  const key = user.newKey();
  const answer = user.post('cancel', '/payments/cancel', { json: { key, of: payment }, key, read: receiptOf });
  await user.journal({ key, amount, of: payment }, answer);
}

/** One thing of several goes back. */
export async function refund(user: PaymentUser, payment: string, amount: number): Promise<void> {
  await user.think(thinkTimes.cancel);
  const key = user.newKey();
  const answer = user.post('refund', '/payments/refund', { json: { key, of: payment, amount }, key, read: receiptOf });
  await user.journal({ key, amount, of: payment }, answer);
}

const netCancelled = (answer: Answer): Receipt => ({ status: answer.text('status'), receipt: answer.text('receipt') });

/**
 * Takes back a payment by its own data, for a person who did not hear what became of it: it is `cancelled`, or `void` and will never be made.
 * The entry of the ledger has the key of the payment with `~net` behind it.
 */
export function netCancel(user: PaymentUser, key: string, purchase: Purchase): Promise<Receipt> {
  const { amount } = purchase;
  const answer = user.post('net-cancel', '/payments/net-cancel', {
    json: { key, merchant: storeName(purchase), amount },
    // The same as often as it is asked.
    safeToRepeat: true,
    read: netCancelled,
  });
  return user.journal({ key: `${key}~net`, amount, of: key, step: 'net-cancel' }, answer);
}
