import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Quantity } from '../../../models/workload/surge/quantity.ts';

/** A purchase as a terminal shows it in a dynamic QR. */
export interface Bill {
  readonly merchant: string;
  readonly amount: number;
  /** Unix milliseconds. */
  readonly shownAt: number;
}

/** How long a dynamic QR is good for. */
const BILL_GOOD_FOR: Quantity = {
  value: 180_000,
  unit: 'ms',
  source: 'Korean QR payment standard of 2018-11-06: a changing QR is valid for three minutes',
  kind: 'stated',
};

const SIGNATURE_DIGITS = 12;

function signatureOf({ merchant, amount, shownAt }: Bill, secret: string): string {
  return createHmac('sha256', secret).update(`bill:${merchant}:${amount}:${shownAt}`).digest('hex').slice(0, SIGNATURE_DIGITS);
}

/** The reference label of a bill, at most 25 characters: when it was shown, and a signature over all of it, so that every node knows its bills. */
export const billReference = (bill: Bill, secret: string): string => `${bill.shownAt.toString(36)}-${signatureOf(bill, secret)}`;

/** `forged` unless the reference is that of this merchant and amount; `expired` after three minutes. Never throws. */
export function checkBill(reference: string, { merchant, amount }: Omit<Bill, 'shownAt'>, secret: string, now: number) {
  const [, time = '', signature = ''] = /^([0-9a-z]{1,10})-([0-9a-f]{12})$/.exec(reference) ?? [];
  const shownAt = Number.parseInt(time, 36);
  const right = signatureOf({ merchant, amount, shownAt }, secret);
  if (signature.length !== right.length || !timingSafeEqual(Buffer.from(signature), Buffer.from(right))) return 'forged';
  return now - shownAt <= BILL_GOOD_FOR.value ? 'good' : 'expired';
}
