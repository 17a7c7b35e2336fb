import type { FastifyInstance } from 'fastify';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, key, object } from '../../../shared/app/answer-schemas.ts';
import type { Movement } from '../../ledger/money.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { moved } from '../reach.ts';
import type { RouteContext } from '../route-context.ts';
import { amount, answerOf, merchant, movedTo, storeAccount } from './money-answers.ts';
import { requireBill } from './qr.ts';

interface Payment {
  readonly key: string;
  readonly merchant: string;
  readonly amount: number;
  readonly bill?: string;
}

const asked = object({ key, merchant, amount });
const schema = {
  summary: 'Pay a store from the voucher balance',
  operationId: 'pay',
  ...withSession,
  body: {
    ...asked,
    properties: { ...asked.properties, bill: { type: 'string', maxLength: 25, description: 'Reference of a dynamic QR.' } },
  },
  response: answers(movedTo('approved'), 401, 402, 404, 409, 410, 422, 504),
};

/** Step `pay`. */
export function addPayment(app: FastifyInstance, context: RouteContext): void {
  const { config, fleet, ledger } = context;
  app.post<{ Body: Payment }>('/payments', { schema }, async (request) => {
    const { user } = requireCookie(request, config.secret);
    const { key, merchant, amount, bill } = request.body;
    const store = storeAccount(config, merchant);
    const run = async (): Promise<Movement> => {
      // A payment that was answered before is answered again, however old its QR is by now.
      const known = bill === undefined ? null : await moved(ledger.lookUp(key, user));
      if (bill !== undefined && known?.status === 'none') requireBill({ merchant, amount, reference: bill }, context);
      const movement = await moved(ledger.pay(key, user, store, amount, bill));
      return movement.status === 'conflict' && config.bug === 'reuse-key-other-body' ? ledger.lookUp(key, user) : movement;
    };
    return answerOf(await fleet.serve(request.socket, { time: SERVICE_TIME.pay, run }));
  });
}
