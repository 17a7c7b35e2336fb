import type { FastifyInstance } from 'fastify';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, key, object, text } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';
import { isTheirDay } from './visit.ts';

const schema = {
  summary: 'Apply for the coupon, once',
  operationId: 'apply',
  ...withSession,
  body: object({ key }),
  response: answers(
    object({ status: { const: 'accepted' }, receipt: text('^A-[0-9]{10}$', 'Names the application.') }),
    401,
    409,
    410,
    422,
  ),
};

/** One of so many receipts stands for nothing, by the mistake that forgets. */
const FORGETS_ONE_OF = 20;

/** Step `apply`. What was there before the maintenance began is taken, however long it is worked on. */
export function addApply(app: FastifyInstance, { config, books, window, fleet, now }: RouteContext): void {
  app.post<{ Body: { key: string } }>('/applications', { schema }, (request) => {
    const receivedAt = now();
    const { user } = requireCookie(request, config.secret);
    const run = async () => {
      const { key } = request.body;
      if (!isTheirDay(user, config) && config.bug !== 'any-day')
        throw new ServiceError(422, 'not-today', '오늘은 신청 대상이 아닙니다: come back on your own weekday.');
      if (!window.isOpenAt(receivedAt)) {
        await books.refuse(key, receivedAt);
        throw new ServiceError(410, 'closed', '점검 시간입니다: the maintenance of the night has begun; come back at 00:30.');
      }
      if (config.bug === 'receipt-without-row' && user % FORGETS_ONE_OF === 0)
        return { status: 'accepted', receipt: `A-${String(user).padStart(10, '0')}` };
      const { status, receipt } = await books.apply(key, user, receivedAt);
      if (status === 'duplicate') throw new ServiceError(409, 'duplicate', 'You have applied before.');
      return { status, receipt };
    };
    return fleet.serve(request.socket, { time: SERVICE_TIME.apply, run });
  });
}
