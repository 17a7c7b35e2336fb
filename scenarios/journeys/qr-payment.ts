import { emvPayload } from '../../models/workload/emv-qr.ts';
import { merchantOf } from '../../models/workload/merchant.ts';
import { type Answer, textOf } from '../support/answer.ts';
import type { Receipt, User } from '../support/user.ts';
import { login } from './login.ts';

/** Stores in the reference service. */
const MERCHANTS = 500;

/** Won; most people pay for groceries, a few more than they have. Assumed. */
const AMOUNT = { lowest: 1_000, highest: 60_000, unit: 100 };

/** Share of payments that are cancelled at once: the wrong amount or store. Assumed. */
const CANCELLED = 0.03;

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
  if (told !== 'approved' || user.random() >= CANCELLED) return;

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
