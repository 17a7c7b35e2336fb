import type { FastifyInstance } from 'fastify';
import { merchantNumber, merchantOf } from '../../../../models/people/merchant.ts';
import { parseEmvPayload } from '../../../../models/protocols/emv-qr.ts';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, key, object, text, whole } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { merchantAccount } from '../../ledger/account-number.ts';
import type { Movement } from '../../ledger/ledger.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';

/** Won; the monthly limit of one voucher type. */
const LARGEST_PAYMENT = 2_000_000;

const receipt = text('^R-[0-9]{10}$', 'Names the entry in the ledger.');
const merchant = text('^m[0-9]{4}$', 'Account name of the store.');
const moved = (status: string) => object({ status: { const: status }, receipt, balance: whole(0, 'Balance afterwards.') });

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
  body: object({ key, merchant, amount: { ...whole(1, 'KRW, whole.'), maximum: LARGEST_PAYMENT } }),
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
function storeOf({ merchants }: RouteContext['config'], name: string | undefined): number {
  const number = merchantNumber(name ?? '') ?? 0;
  if (number < 1 || number > merchants) throw new ServiceError(422, 'invalid-qr', '유효하지 않은 QR: no store of this service.');
  return number;
}

function answerOf({ status, receipt, balance }: Movement) {
  if (status === 'approved' || status === 'cancelled') return { status, receipt, balance };
  throw new ServiceError(...REFUSALS[status]);
}

/** Steps `qr-lookup`, `pay` and `cancel`. */
export function addPayment(app: FastifyInstance, { config, fleet, ledger }: RouteContext): void {
  app.post<{ Body: { payload: string } }>('/qr/lookup', { schema: lookupSchema }, (request) => {
    requireCookie(request, config.secret);
    const run = () => {
      const { merchant, name, region } = merchantOf(storeOf(config, parseEmvPayload(request.body.payload)?.merchant));
      return { merchant, name, region, eligible: true };
    };
    return fleet.serve(request.socket, { time: SERVICE_TIME['qr-lookup'], run });
  });
  app.post<{ Body: { key: string; merchant: string; amount: number } }>('/payments', { schema: paySchema }, async (request) => {
    const { user } = requireCookie(request, config.secret);
    const { key, merchant, amount } = request.body;
    const store = merchantAccount(storeOf(config, merchant));
    return answerOf(await fleet.serve(request.socket, { time: SERVICE_TIME.pay, run: () => ledger.pay(key, user, store, amount) }));
  });
  app.post<{ Body: { key: string; of: string } }>('/payments/cancel', { schema: cancelSchema }, async (request) => {
    const { user } = requireCookie(request, config.secret);
    return answerOf(
      await fleet.serve(request.socket, { time: SERVICE_TIME.cancel, run: () => ledger.cancel(request.body.key, user, request.body.of) }),
    );
  });
}
