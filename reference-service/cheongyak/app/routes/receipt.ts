import type { FastifyInstance } from 'fastify';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, object, text } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';

const receipt = text('^A-[0-9]{10}$', 'Names the application.');

const schema = {
  summary: 'Look up an application of one’s own',
  operationId: 'receipt',
  ...withSession,
  params: object({ receipt }),
  response: answers(object({ receipt }), 401, 404),
};

/** Step `see-receipt`. */
export function addReceipt(app: FastifyInstance, { config, register, fleet }: RouteContext): void {
  app.get<{ Params: { receipt: string } }>('/applications/:receipt', { schema }, async (request) => {
    const { user } = requireCookie(request, config.secret);
    const run = () => register.receiptOf(user, request.params.receipt);
    const found = await fleet.serve(request.socket, { time: SERVICE_TIME.receipt, run });
    if (found === null) throw new ServiceError(404, 'no-application', 'There is no application of yours with this receipt.');
    return { receipt: found };
  });
}
