import { parseEmvPayload } from '../../../models/protocols/emv-qr.ts';
import { MISHAPS } from '../payments/mishaps.ts';
import { payByQr } from '../payments/pay-by-qr.ts';
import { type Purchase, purchaseOf, storeName } from '../payments/purchases.ts';
import { refusedAs } from '../payments/receipts.ts';
import { thinkTimes } from '../think-times.ts';
import type { PaymentUser } from '../voucher-user.ts';
import { login } from './login.ts';

/** Milliseconds that a photo of a QR is old; it was good for three minutes. */
const PHOTO_AGE = 240_000;

/** Pays by the QR that a terminal shows for this purchase; a few have a photo of one that is too old. */
export async function dynamicQr(user: PaymentUser): Promise<void> {
  await login(user);
  await user.get('balance', '/balance', { read: (answer) => answer.number('balance') });
  const asked = purchaseOf(() => user.random());
  if (user.random() < MISHAPS.expired) await payByPhoto(user, asked);

  await user.think(thinkTimes['qr-lookup']);
  const payload = await showBill(user, asked, 0);
  const merchant = await user.post('qr-lookup', '/qr/lookup', {
    json: { payload },
    read: (answer) => (answer.number('bill.amount') === asked.amount ? answer.text('merchant') : answer.refuse('another amount')),
    safeToRepeat: true,
  });
  await user.think(thinkTimes.pay);
  const key = user.newKey();
  await payByQr(user, { ...asked, key, merchant, bill: referenceOf(payload), purchase: key });
}

/** What the terminal shows, or showed so many milliseconds ago. */
function showBill(user: PaymentUser, asked: Purchase, shownBefore: number): Promise<string> {
  return user.post('qr-bill', '/qr/bills', {
    json: { merchant: storeName(asked), amount: asked.amount, shownBefore },
    read: (answer) => answer.text('payload'),
    safeToRepeat: true,
  });
}

const referenceOf = (payload: string): string => parseEmvPayload(payload)?.bill?.reference ?? '';

/** The rule of three minutes keeps its length: it is the QR that is older. */
async function payByPhoto(user: PaymentUser, asked: Purchase): Promise<void> {
  const payload = await showBill(user, asked, PHOTO_AGE);
  const [key, { amount, store }] = [user.newKey(), asked];
  const answer = user.post('pay-expired', '/payments', {
    json: { key, merchant: storeName(asked), amount, bill: referenceOf(payload) },
    key,
    expect: { status: 410, when: refusedAs('qr-expired') },
    read: () => ({ status: 'refused', receipt: '' }),
  });
  await user.journal({ key, amount, store, qr: 'expired', step: 'pay-expired' }, answer);
}
