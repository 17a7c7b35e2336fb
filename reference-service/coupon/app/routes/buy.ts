import type { FastifyInstance } from 'fastify';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, key, object, text } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';

const schema = {
  summary: 'Buy a voucher of the sale while there are any, one a person',
  operationId: 'buy',
  ...withSession,
  body: object({ key }),
  response: answers(object({ status: { const: 'bought' }, receipt: text('^P-[0-9]{10}$', 'Names the purchase.') }), 401, 409, 410),
};

/** Vouchers that are held back by the mistake that sells too few. */
const HELD_BACK = 5;

/** Step `buy`. */
export function addBuy(app: FastifyInstance, { config, books, fleet }: RouteContext): void {
  const rules = { keeps: config.bug === 'sold-out-early' ? HELD_BACK : 0, late: config.bug === 'oversell' };
  app.post<{ Body: { key: string } }>('/purchases', { schema }, (request) => {
    const { user } = requireCookie(request, config.secret);
    const run = async () => {
      const { status, receipt } = await books.buy(request.body.key, user, rules);
      if (status === 'sold-out') throw new ServiceError(410, 'sold-out', '판매 완료: all vouchers are sold.');
      if (status === 'duplicate') throw new ServiceError(409, 'duplicate', 'You have bought one before.');
      return { status, receipt };
    };
    return fleet.serve(request.socket, { time: SERVICE_TIME.buy, run });
  });
}
