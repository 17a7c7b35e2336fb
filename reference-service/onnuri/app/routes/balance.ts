import type { FastifyInstance } from 'fastify';
import { answers, object, withSession, won } from '../answer-schemas.ts';
import { requireSession } from '../credentials.ts';
import type { AppNode } from '../node.ts';
import { ServiceError } from '../service-error.ts';

const schema = {
  summary: 'The balance',
  operationId: 'balance',
  ...withSession,
  response: answers(object({ balance: won(0, 'Whole won.'), currency: { const: 'KRW' } }), 401, 404),
};

/** Step `balance`. An account that cannot be found is an error, never a balance of zero. */
export function addBalance(app: FastifyInstance, node: AppNode): void {
  app.get('/balance', { schema }, async (request) => {
    const { user } = requireSession(node, request);
    const balance = await node.serve('balance', () => node.ledger.balance(user));
    if (balance === null) throw new ServiceError(404, 'no-account', 'There is no account of this user.', 'system');
    return { balance, currency: 'KRW' };
  });
}
