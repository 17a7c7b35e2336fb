import type { FastifyInstance } from 'fastify';
import { merchantNumber, merchantOf } from '../../../../models/people/merchant.ts';
import { parseEmvPayload } from '../../../../models/protocols/emv-qr.ts';
import { merchantAccount } from '../../ledger/account-number.ts';
import type { Movement } from '../../ledger/ledger.ts';
import { answers, key, object, text, withSession, won } from '../answer-schemas.ts';
import { requireSession } from '../credentials.ts';
import type { AppNode } from '../node.ts';
import { ServiceError } from '../service-error.ts';

/** Won; the monthly limit of one voucher type. */
const LARGEST_PAYMENT = 2_000_000;

const receipt = text('^R-[0-9]{10}$', 'Names the entry in the ledger.');
const merchant = text('^m[0-9]{4}$', 'Account name of the store.');
const moved = (status: string) => object({ status: { const: status }, receipt, balance: won(0, 'Balance afterwards.') });

const lookupSchema = {
  summary: 'Look up the store of a scanned QR (EMV, merchant-presented)',
  operationId: 'lookUpQr',
  ...withSession,
  body: object({ payload: { type: 'string', maxLength: 512 } }),
  response: answers(object({ merchant, name: { type: 'string' }, region: { type: 'string' }, eligible: { const: true } }), 401, 422),
};

const paySchema = {
  summary: 'Pay a store',
  operationId: 'pay',
  ...withSession,
  body: object({ key, merchant, amount: { ...won(1, 'Whole won.'), maximum: LARGEST_PAYMENT } }),
  response: answers(moved('approved'), 401, 402, 404, 422),
};

const cancelSchema = {
  summary: 'Take a payment back, once',
  operationId: 'cancel',
  ...withSession,
  body: object({ key, of: { ...key, description: 'Key of the payment.' } }),
  response: answers(moved('cancelled'), 401, 404, 409, 422),
};

const REFUSALS: Readonly<Record<Exclude<Movement['status'], 'approved' | 'cancelled'>, readonly [number, string, string]>> = {
  declined: [402, 'declined', 'The balance does not suffice.'],
  conflict: [422, 'key-reused', 'This key was used for something else.'],
  'no-account': [404, 'no-account', 'There is no account of this user.'],
  'no-original': [404, 'no-payment', 'There is no payment of yours with that key.'],
  'already-cancelled': [409, 'already-cancelled', 'The payment was taken back before, with another key.'],
};

/** Only stores of this service; the QR of a store that left must never lead to a debit. */
function storeOf(node: AppNode, name: string | undefined): number {
  const number = merchantNumber(name ?? '') ?? 0;
  if (number < 1 || number > node.config.merchants)
    throw new ServiceError(422, 'invalid-qr', '유효하지 않은 QR: no store of this service.');
  return number;
}

function answerOf({ status, receipt, balance }: Movement) {
  if (status === 'approved' || status === 'cancelled') return { status, receipt, balance };
  throw new ServiceError(...REFUSALS[status]);
}

/** Steps `qr-lookup`, `pay` and `cancel`. */
export function addPayment(app: FastifyInstance, node: AppNode): void {
  app.post<{ Body: { payload: string } }>('/qr/lookup', { schema: lookupSchema }, (request) => {
    requireSession(node, request);
    return node.serve('qr-lookup', async () => {
      const { merchant, name, region } = merchantOf(storeOf(node, parseEmvPayload(request.body.payload)?.merchant));
      return { merchant, name, region, eligible: true };
    });
  });
  app.post<{ Body: { key: string; merchant: string; amount: number } }>('/payments', { schema: paySchema }, async (request) => {
    const { user } = requireSession(node, request);
    const { key, merchant, amount } = request.body;
    const store = merchantAccount(storeOf(node, merchant));
    return answerOf(await node.serve('pay', () => node.ledger.pay(key, user, store, amount)));
  });
  app.post<{ Body: { key: string; of: string } }>('/payments/cancel', { schema: cancelSchema }, async (request) => {
    const { user } = requireSession(node, request);
    return answerOf(await node.serve('cancel', () => node.ledger.cancel(request.body.key, user, request.body.of)));
  });
}
