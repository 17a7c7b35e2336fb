import type { FastifyInstance } from 'fastify';
import { requireBearer, withSession } from '../../../shared/access/credentials.ts';
import { answers, key, object, text, whole } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';

const schema = {
  summary: 'Comment on a notice, once for an idempotency key',
  operationId: 'comment',
  ...withSession,
  headers: { type: 'object', required: ['idempotency-key'], properties: { 'idempotency-key': key } },
  params: object({ id: text('^[1-9][0-9]{0,8}$', 'Number of the notice.') }),
  body: object({ text: { type: 'string', minLength: 1, maxLength: 500 } }),
  response: answers(object({ number: whole(1, 'Of the comment, in order of arrival.') }), 401, 404, 422),
};

/** Step `comment`. */
export function addComments(app: FastifyInstance, { config, store, fleet }: RouteContext): void {
  app.post<{ Params: { id: string }; Body: { text: string } }>('/notices/:id/comments', { schema }, async (request) => {
    const { user } = requireBearer(request, config.secret);
    const run = () => store.comment(Number(request.params.id), String(request.headers['idempotency-key']), user, request.body.text);
    const made = await fleet.serve(request.socket, { time: SERVICE_TIME.comment, run });
    if (made === null) throw new ServiceError(404, 'no-notice', 'There is no notice with this number.');
    if (made === 'conflict') throw new ServiceError(422, 'key-reused', 'This key was used for something else.');
    return { number: made.number };
  });
}
