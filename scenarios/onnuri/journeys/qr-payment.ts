import type { Receipt, User } from '../../../engine/journeys/user.ts';
import { type Answer, textOf } from '../../../engine/users/answer.ts';
import { CANCELLED_SHARE, MERCHANTS, merchantOf } from '../../../models/people/merchant.ts';
import { emvPayload } from '../../../models/protocols/emv-qr.ts';
import { login } from './login.ts';

/** Won; most people pay for groceries, a few more than they have. Assumed. */
const AMOUNT = { lowest: 1_000, highest: 60_000, unit: 100 };

/** Logs in, scans the QR of a store and pays; a few notice a mistake and cancel. */
export async function qrPayment(user: User): Promise<void> {
  await login(user);
  await user.request('balance', { path: '/balance', expect: ({ body }) => (typeof body.balance === 'number' ? 'seen' : null) });

  await user.think('qr-lookup');
  const payload = emvPayload(merchantOf(1 + Math.floor(user.random() * MERCHANTS)));
  const merchant = await user.request('qr-lookup', {
    method: 'POST',
    path: '/qr/lookup',
    body: { payload },
    expect: ({ body }) => textOf(body.merchant),
  });

  await user.think('pay');
  const [key, amount] = [user.newKey(), amountOf(user)];
  const payment = user.request('pay', { method: 'POST', path: '/payments', body: { key, merchant, amount }, expect: receiptOf });
  const { told } = await user.journal(key, amount, payment);
  if (told !== 'approved' || user.random() >= CANCELLED_SHARE) return;

  await user.think('cancel');
  const cancelKey = user.newKey();
  const cancel = { method: 'POST', path: '/payments/cancel', body: { key: cancelKey, of: key }, expect: receiptOf } as const;
  await user.journal(cancelKey, amount, user.request('cancel', cancel));
}

function amountOf({ random }: User): number {
  const { lowest, highest, unit } = AMOUNT;
  return unit * Math.round((lowest + random() * (highest - lowest)) / unit);
}

/** A payment declined for want of money is a good answer too. */
function receiptOf({ status, body }: Answer): Receipt | null {
  if (status === 402 && body.error === 'declined') return { told: 'declined', receipt: '' };
  const receipt = textOf(body.receipt);
  if (receipt === null || (body.status !== 'approved' && body.status !== 'cancelled')) return null;
  return { told: body.status, receipt };
}
