import type { FastifyInstance } from 'fastify';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, object, whole } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { readable } from '../reach.ts';
import type { RouteContext } from '../route-context.ts';

const schema = {
  summary: 'The balance',
  operationId: 'balance',
  ...withSession,
  response: answers(object({ balance: whole(0, 'KRW, whole.'), currency: { const: 'KRW' } }), 401, 404),
};

/** Step `balance`. An account that cannot be found is an error, never a balance of zero. */
export function addBalance(app: FastifyInstance, { config, fleet, ledger }: RouteContext): void {
  app.get('/balance', { schema }, async (request) => {
    const { user } = requireCookie(request, config.secret);
    const balance = await fleet.serve(request.socket, { time: SERVICE_TIME.balance, run: () => readable(ledger.balance(user)) });
    if (balance === null) throw new ServiceError(404, 'no-account', 'There is no account of this user.', 'system');
    return { balance, currency: 'KRW' };
  });
}
