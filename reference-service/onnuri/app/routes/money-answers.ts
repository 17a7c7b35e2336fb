import { merchantNumber } from '../../../../models/people/merchant.ts';
import { object, text, whole } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { merchantAccount } from '../../ledger/account-number.ts';
import type { Movement, Outcome } from '../../ledger/money.ts';

/** Won; the monthly limit of one voucher type. */
const LARGEST_PAYMENT = 2_000_000;

/** Parts of the schemas of what moves money. */
const receipt = text('^R-[0-9]{10}$', 'Names the entry in the ledger.');
export const merchant = text('^m[0-9]{4}$', 'Account name of the store.');
export const amount = { ...whole(1, 'KRW, whole.'), maximum: LARGEST_PAYMENT };
export const tender = { enum: ['voucher', 'card'], description: 'Who paid: the voucher balance, or the ordinary card.' };
export const movedTo = (...statuses: string[]) =>
  object({ status: { enum: statuses }, receipt, balance: whole(0, 'Balance afterwards.'), tender });

const REFUSALS: Readonly<Partial<Record<Outcome, readonly [status: number, code: string, message: string]>>> = {
  declined: [402, 'declined', 'The balance does not suffice.'],
  conflict: [422, 'key-reused', 'This key was used for something else.'],
  'no-account': [404, 'no-account', 'There is no account of this user.'],
  'no-original': [404, 'no-payment', 'There is no payment of yours with that key.'],
  'already-cancelled': [409, 'already-cancelled', 'The payment was taken back before, with another key.'],
  'beyond-captured': [422, 'beyond-captured', 'More than was paid cannot be given back.'],
  'bill-used': [409, 'qr-used', 'This QR of a terminal was paid before.'],
  'under-way': [409, 'under-way', 'The card network is being asked about this payment: look it up.'],
  void: [409, 'net-cancelled', 'This payment was net-cancelled, and will not be made any more.'],
};

const GOOD: readonly Outcome[] = ['approved', 'cancelled', 'refunded'];

/** The body of an answer by which money was moved; every other one is a refusal with its reason. */
export function answerOf({ status, receipt, balance, tender }: Movement) {
  if (GOOD.includes(status)) return { status, receipt, balance, tender };
  throw new ServiceError(...(REFUSALS[status] ?? [500, 'internal', 'The service broke.']));
}

/** Only stores of this service; the QR of a store that left must never lead to a debit. */
export function storeOf({ merchants }: { readonly merchants: number }, name: string | undefined): number {
  const number = merchantNumber(name ?? '') ?? 0;
  if (number < 1 || number > merchants) throw new ServiceError(422, 'invalid-qr', '유효하지 않은 QR: no store of this service.');
  return number;
}

/** Its account in the ledger. */
export const storeAccount = (config: { readonly merchants: number }, name: string): number => merchantAccount(storeOf(config, name));
