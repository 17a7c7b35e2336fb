import { CANCELLED_SHARE, MERCHANTS } from '../../../models/people/merchant.ts';
import { payByQr, scanCounter } from '../payments/pay-by-qr.ts';
import { cancel } from '../payments/take-back.ts';
import { thinkTimes } from '../think-times.ts';
import type { VoucherUser } from '../voucher-user.ts';
import { login } from './login.ts';

/** Won; most people pay for groceries, a few more than they have. Assumed. */
const AMOUNT = { lowest: 1_000, highest: 60_000, unit: 100 };

/** Logs in, scans the QR of a store and pays; a few notice a mistake and cancel. */
export async function qrPayment(user: VoucherUser): Promise<void> {
  await login(user);
  await user.get('balance', '/balance', { read: (answer) => answer.number('balance') });

  const store = 1 + Math.floor(user.random() * MERCHANTS);
  const merchant = await scanCounter(user, store);

  await user.think(thinkTimes.pay);
  const [key, amount] = [user.newKey(), amountOf(user)];
  const { status } = await payByQr(user, { key, merchant, amount, store });
  if (status === 'approved' && user.random() < CANCELLED_SHARE) await cancel(user, key, amount);
}

function amountOf(user: VoucherUser): number {
  const { lowest, highest, unit } = AMOUNT;
  return unit * Math.round((lowest + user.random() * (highest - lowest)) / unit);
}
