import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, key, object, text } from '../../../shared/app/answer-schemas.ts';
import type { Movement } from '../../ledger/money.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { moved, readable } from '../reach.ts';
import type { RouteContext } from '../route-context.ts';
import { amount, answerOf, merchant, movedTo, storeAccount, tender } from './money-answers.ts';

const of = { ...key, description: 'Key of the payment.' };

const cancelSchema = {
  summary: 'Take a payment back, once',
  operationId: 'cancel',
  ...withSession,
  body: object({ key, of }),
  response: answers(movedTo('cancelled'), 401, 404, 409, 422, 504),
};

const refundSchema = {
  summary: 'Give back a part of a payment',
  operationId: 'refund',
  ...withSession,
  body: object({ key, of, amount }),
  response: answers(movedTo('refunded'), 401, 404, 409, 422, 504),
};

const netCancelSchema = {
  summary: 'Net-cancel by the data of the payment: it is taken back, or will never be made',
  operationId: 'netCancel',
  ...withSession,
  body: object({ key: of, merchant, amount }),
  response: answers(
    object({ status: { enum: ['cancelled', 'void'] }, receipt: text('^(R-[0-9]{10})?$', 'Empty where nothing was taken back.') }),
    401,
    404,
    409,
    422,
    504,
  ),
};

const lookUpSchema = {
  summary: 'What became of a payment',
  operationId: 'lookUpPayment',
  ...withSession,
  params: object({ key: of }),
  response: answers(
    object({
      status: { enum: ['approved', 'declined', 'void', 'pending', 'none'] },
      receipt: text('^(R-[0-9]{10})?$', 'Empty without one.'),
      tender,
    }),
    401,
  ),
};

interface NetCancel {
  readonly key: string;
  readonly merchant: string;
  readonly amount: number;
}

async function netCancel({ key, merchant, amount }: NetCancel, user: number, { config, ledger, network }: RouteContext) {
  const movement = await moved(ledger.netCancel(key, user, storeAccount(config, merchant), amount));
  const { status, receipt, tender } = movement;
  if (status !== 'cancelled' && status !== 'void') return answerOf(movement);
  if (status === 'cancelled' && tender === 'card') network.takeBack({ key, user, amount });
  return { status, receipt: receipt ?? '' };
}

/** Steps `cancel`, `refund`, `net-cancel` and `look-up`. */
export function addTakeBack(app: FastifyInstance, context: RouteContext): void {
  const { config, fleet, ledger, network } = context;
  const userOf = (request: FastifyRequest): number => requireCookie(request, config.secret).user;
  app.post<{ Body: { key: string; of: string } }>('/payments/cancel', { schema: cancelSchema }, async (request) => {
    const [user, { key, of }] = [userOf(request), request.body];
    const run = (): Promise<Movement> => moved(ledger.cancel(key, user, of));
    const movement = await fleet.serve(request.socket, { time: SERVICE_TIME.cancel, run });
    if (movement.status === 'cancelled' && movement.tender === 'card') network.takeBack({ key: of, user, amount: 0 });
    return answerOf(movement);
  });
  app.post<{ Body: { key: string; of: string; amount: number } }>('/payments/refund', { schema: refundSchema }, async (request) => {
    const [user, { key, of, amount }] = [userOf(request), request.body];
    const run = (): Promise<Movement> => moved(ledger.refund(key, user, of, amount));
    return answerOf(await fleet.serve(request.socket, { time: SERVICE_TIME.refund, run }));
  });
  app.post<{ Body: NetCancel }>('/payments/net-cancel', { schema: netCancelSchema }, (request) => {
    const user = userOf(request);
    return fleet.serve(request.socket, { time: SERVICE_TIME['net-cancel'], run: () => netCancel(request.body, user, context) });
  });
  app.get<{ Params: { key: string } }>('/payments/:key', { schema: lookUpSchema }, async (request) => {
    const user = userOf(request);
    const run = (): Promise<Movement> => readable(ledger.lookUp(request.params.key, user));
    const { status, receipt, tender } = await fleet.serve(request.socket, { time: SERVICE_TIME['look-up'], run });
    return { status, receipt: receipt ?? '', tender };
  });
}
