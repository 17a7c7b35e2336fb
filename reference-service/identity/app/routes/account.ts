import type { FastifyInstance } from 'fastify';
import { userName } from '../../../../models/people/person.ts';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, object } from '../../../shared/app/answer-schemas.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';

const schema = {
  summary: 'Whose account this is',
  operationId: 'account',
  ...withSession,
  response: answers(object({ user: { type: 'string' } }), 401),
};

/** Step `account`. */
export function addAccount(app: FastifyInstance, { config, fleet }: RouteContext): void {
  app.get('/account', { schema }, (request) => {
    const { user } = requireCookie(request, config.secret);
    return fleet.serve(request.socket, { time: SERVICE_TIME.read, run: () => ({ user: userName(user) }) });
  });
}
