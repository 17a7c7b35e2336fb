import { CANCELLED_SHARE, MERCHANTS, merchantOf } from '../../../models/people/merchant.ts';
import { emvPayload } from '../../../models/protocols/emv-qr.ts';
import type { Answer, Receipt } from '../../../surgeproof.ts';
import { thinkTimes } from '../think-times.ts';
import type { VoucherUser } from '../voucher-user.ts';
import { login } from './login.ts';

/** Won; most people pay for groceries, a few more than they have. Assumed. */
const AMOUNT = { lowest: 1_000, highest: 60_000, unit: 100 };

/** Logs in, scans the QR of a store and pays; a few notice a mistake and cancel. */
export async function qrPayment(user: VoucherUser): Promise<void> {
  await login(user);
  await user.get('balance', '/balance', { read: (answer) => answer.number('balance') });

  await user.think(thinkTimes['qr-lookup']);
  const store = 1 + Math.floor(user.random() * MERCHANTS);
  const payload = qrOf(store);
  const merchant = await user.post('qr-lookup', '/qr/lookup', {
    json: { payload },
    read: (answer) => answer.text('merchant'),
    safeToRepeat: true,
  });

  await user.think(thinkTimes.pay);
  const [key, amount] = [user.newKey(), amountOf(user)];
  const payment = user.post('pay', '/payments', {
    // The service knows a repetition by the key in the body.
    json: { key, merchant, amount },
    key,
    expect: { status: [200, DECLINED], when: isReceipt },
    read: receiptOf,
  });
  const { status } = await user.journal({ key, amount, store }, payment);
  if (status === 'approved' && user.random() < CANCELLED_SHARE) await cancel(user, key, amount);
}

/** The wrong amount or store: the person takes the payment back. */
async function cancel(user: VoucherUser, payment: string, amount: number): Promise<void> {
  await user.think(thinkTimes.cancel);
  const key = user.newKey();
  const answer = user.post('cancel', '/payments/cancel', {
    json: { key, of: payment },
    key,
    read: receiptOf,
  });
  await user.journal({ key, amount, of: payment }, answer);
}

const payloads: string[] = [];

/** The QR on the counter of a store does not change. */
function qrOf(merchant: number): string {
  payloads[merchant] ??= emvPayload(merchantOf(merchant));
  return payloads[merchant];
}

function amountOf(user: VoucherUser): number {
  const { lowest, highest, unit } = AMOUNT;
  return unit * Math.round((lowest + user.random() * (highest - lowest)) / unit);
}

/** A payment declined for want of money is a good answer too. */
const DECLINED = 402;
const isDeclined = (answer: Answer): boolean => answer.status === DECLINED && answer.find('error') === 'declined';

const isReceipt = (answer: Answer): boolean => answer.status === 200 || isDeclined(answer);

function receiptOf(answer: Answer): Receipt {
  if (isDeclined(answer)) return { status: 'declined', receipt: '' };
  const status = answer.text('status');
  if (status !== 'approved' && status !== 'cancelled') return answer.refuse('neither approved nor cancelled');
  return { status, receipt: answer.text('receipt') };
}
