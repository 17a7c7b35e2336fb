import type { FastifyInstance } from 'fastify';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, key, object } from '../../../shared/app/answer-schemas.ts';
import type { Movement } from '../../ledger/money.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { PENDING } from '../card-network.ts';
import { moved } from '../reach.ts';
import type { RouteContext } from '../route-context.ts';
import { amount, answerOf, merchant, movedTo, storeAccount } from './money-answers.ts';

interface CardPayment {
  readonly key: string;
  readonly merchant: string;
  readonly amount: number;
  readonly agreed: boolean;
}

const schema = {
  summary: 'Pay a store by a linked card: the voucher balance first, the card itself only if its owner agreed',
  operationId: 'payByCard',
  ...withSession,
  body: object({
    key,
    merchant,
    amount,
    agreed: { type: 'boolean', description: 'The owner agreed that the ordinary card pays where the balance does not suffice.' },
  }),
  response: {
    ...answers(movedTo('approved'), 401, 402, 404, 409, 422, 504),
    202: { description: 'The card network did not answer in time: look the payment up.', ...object({ status: { const: 'pending' } }) },
  },
};

/** The balance of one user in so many is out of reach for a service that takes this for a balance of zero. */
const OUT_OF_REACH_ONE_OF = 8;

/**
 * A balance that cannot be read declines the payment, in the name of the service: it is never taken for a balance of zero, since the ordinary
 * card of its owner would be charged then.
 */
async function payByCard({ key, merchant, amount, agreed }: CardPayment, user: number, context: RouteContext): Promise<Movement> {
  const { config, ledger, network } = context;
  const store = storeAccount(config, merchant);
  const asZero = config.bug === 'balance-zero-on-partition' && user % OUT_OF_REACH_ONE_OF === 0;
  const begun = await moved(asZero ? ledger.awaitNetwork(key, user, store, amount) : ledger.payByCard(key, user, store, amount, agreed));
  if (begun.status === 'under-way' && !network.isAsked(key)) return PENDING;
  return begun.status === 'authorise' ? network.charge({ key, user, amount, agreed }) : begun;
}

/** Step `pay-card`. */
export function addCardPayment(app: FastifyInstance, context: RouteContext): void {
  const { config, fleet } = context;
  app.post<{ Body: CardPayment }>('/card-payments', { schema }, async (request, reply) => {
    const { user } = requireCookie(request, config.secret);
    const run = () => payByCard(request.body, user, context);
    const movement = await fleet.serve(request.socket, { time: SERVICE_TIME['pay-card'], run });
    if (movement.status !== 'pending') return answerOf(movement);
    reply.code(202);
    return { status: 'pending' };
  });
}
