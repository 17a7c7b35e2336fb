import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { knownUser } from '../../../shared/access/known-user.ts';
import { signSession } from '../../../shared/access/session-token.ts';
import { answers, object, text } from '../../../shared/app/answer-schemas.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';

const schema = {
  summary: 'Log in; the token is shown as `authorization: Bearer …`',
  operationId: 'login',
  body: object({ user: text('^u[0-9]{7}$', 'Account name.'), pin: text('^[0-9]{6}$', 'Six digits.') }),
  response: answers(object({ token: { type: 'string' } }), 401),
};

/** Step `login`. */
export function addLogin(app: FastifyInstance, { config, fleet }: RouteContext): void {
  app.post<{ Body: { user: string; pin: string } }>('/login', { schema }, (request) => {
    const run = (): { token: string } => {
      const user = knownUser(request.body, config.people);
      return { token: signSession({ id: randomUUID(), user }, config.secret) };
    };
    return fleet.serve(request.socket, { time: SERVICE_TIME.login, run });
  });
}
