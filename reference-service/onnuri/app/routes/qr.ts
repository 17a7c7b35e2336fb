import type { FastifyInstance } from 'fastify';
import { merchantOf } from '../../../../models/people/merchant.ts';
import { type EmvQr, emvPayload, parseEmvPayload } from '../../../../models/protocols/emv-qr.ts';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, object, whole } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { billReference, checkBill } from '../bills.ts';
import type { RouteContext } from '../route-context.ts';
import { amount, merchant, storeOf } from './money-answers.ts';

const bill = object({ amount, reference: { type: 'string', maxLength: 25 } });
const found = object({ merchant, name: { type: 'string' }, region: { type: 'string' }, eligible: { const: true } });

const lookupSchema = {
  summary: 'Look up the store of a scanned QR (EMV, merchant-presented), and its bill where it is a dynamic one',
  operationId: 'lookUpQr',
  ...withSession,
  body: object({ payload: { type: 'string', maxLength: 512 } }),
  response: answers({ ...found, properties: { ...found.properties, bill } }, 401, 410, 422),
};

const asked = object({ merchant, amount });
const billSchema = {
  summary: 'The QR that a terminal shows for one purchase; good for three minutes and one payment',
  operationId: 'showBill',
  ...withSession,
  body: {
    ...asked,
    properties: { ...asked.properties, shownBefore: whole(0, 'SIMULATED: it was shown so many milliseconds ago, as on a photo of it.') },
  },
  response: answers(object({ payload: { type: 'string' } }), 401, 422),
};

/** A bill that can no longer be paid is refused before anything else. */
export function requireBill(qr: { merchant: string; amount: number; reference: string }, { config }: Pick<RouteContext, 'config'>): void {
  const state = checkBill(qr.reference, qr, config.secret, Date.now());
  if (state === 'forged') throw new ServiceError(422, 'invalid-qr', '유효하지 않은 QR: no bill of this service.');
  if (state === 'expired' && config.bug !== 'dynamic-qr-forever')
    throw new ServiceError(410, 'qr-expired', 'The QR was good for three minutes: ask for a new one.');
}

function storeBehind(qr: EmvQr | null, context: RouteContext) {
  const { merchant, name, region } = merchantOf(storeOf(context.config, qr?.merchant));
  if (qr?.bill === undefined) return { merchant, name, region, eligible: true };
  requireBill({ merchant, ...qr.bill }, context);
  return { merchant, name, region, eligible: true, bill: qr.bill };
}

/** Steps `qr-lookup` and `qr-bill`. */
export function addQr(app: FastifyInstance, context: RouteContext): void {
  const { config, fleet } = context;
  app.post<{ Body: { payload: string } }>('/qr/lookup', { schema: lookupSchema }, (request) => {
    requireCookie(request, config.secret);
    const run = () => storeBehind(parseEmvPayload(request.body.payload), context);
    return fleet.serve(request.socket, { time: SERVICE_TIME['qr-lookup'], run });
  });
  app.post<{ Body: { merchant: string; amount: number; shownBefore?: number } }>('/qr/bills', { schema: billSchema }, (request) => {
    requireCookie(request, config.secret);
    const { merchant, amount, shownBefore = 0 } = request.body;
    const run = () => {
      const store = merchantOf(storeOf(config, merchant));
      const reference = billReference({ merchant, amount, shownAt: Date.now() - shownBefore }, config.secret);
      return { payload: emvPayload(store, { amount, reference }) };
    };
    return fleet.serve(request.socket, { time: SERVICE_TIME['qr-bill'], run });
  });
}
