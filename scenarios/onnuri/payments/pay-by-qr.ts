import { merchantOf } from '../../../models/people/merchant.ts';
import { emvPayload, legacyPayload } from '../../../models/protocols/emv-qr.ts';
import type { Receipt } from '../../../surgeproof.ts';
import { thinkTimes } from '../think-times.ts';
import type { QrUser } from '../voucher-user.ts';
import type { Purchase } from './purchases.ts';
import { DECLINED, isReceipt, receiptOf, refusedAs } from './receipts.ts';

/** Stores that still have the QR of before the merger: days later some did. Assumed. */
const LEGACY_SHARE = 0.02;

/** Texts of QRs by number of the store: what is on a counter does not change. */
const payloads: string[] = [];

function qrOf(store: number): string {
  payloads[store] ??= emvPayload(merchantOf(store));
  return payloads[store];
}

/** Scans the QR on the counter of a store; a few have an old one there, which must be refused, and find the new one then. */
export async function scanCounter(user: QrUser, store: number): Promise<string> {
  await user.think(thinkTimes['qr-lookup']);
  if (user.random() < LEGACY_SHARE) {
    const json = { payload: legacyPayload(merchantOf(store)) };
    await user.post('legacy-qr', '/qr/lookup', { json, expect: { status: 422, when: refusedAs('invalid-qr') }, safeToRepeat: true });
  }
  return user.post('qr-lookup', '/qr/lookup', {
    json: { payload: qrOf(store) },
    read: (answer) => answer.text('merchant'),
    safeToRepeat: true,
  });
}

/** What a payment by QR is noted with besides its key, amount and store. */
interface QrPayment extends Purchase {
  readonly key: string;
  readonly merchant: string;
  /** Reference of a dynamic QR. */
  readonly bill?: string;
  /** The same for all tries to pay for one thing. */
  readonly purchase?: string;
}

/** Types the PIN and pays from the balance. */
export function payByQr(user: QrUser, { key, merchant, amount, store, bill, purchase }: QrPayment): Promise<Receipt> {
  const payment = user.post('pay', '/payments', {
    // The service knows a repetition by the key in the body.
    json: { key, merchant, amount, ...(bill === undefined ? {} : { bill }) },
    key,
    expect: { status: [200, DECLINED], when: isReceipt },
    read: receiptOf,
  });
  return user.journal({ key, amount, store, ...(purchase === undefined ? {} : { purchase }) }, payment);
}
