import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { requirePass, sessionCookie } from '../../../shared/access/credentials.ts';
import { knownUser } from '../../../shared/access/known-user.ts';
import { type Session, signSession } from '../../../shared/access/session-token.ts';
import { answers, object, text, withPass } from '../../../shared/app/answer-schemas.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';

const APP_VERSION = { version: '2.0.0', minimum: '2.0.0' };

const versionSchema = {
  summary: 'Open the app: is it new enough?',
  operationId: 'version',
  ...withPass,
  response: answers(object({ version: { type: 'string' }, minimum: { type: 'string' } }), 403),
};

const loginSchema = {
  summary: 'Log in; sets the session cookie',
  operationId: 'login',
  ...withPass,
  body: object({ user: text('^u[0-9]{7}$', 'Account name.'), pin: text('^[0-9]{6}$', 'Six digits.') }),
  response: answers(object({ next: { enum: ['identity', 'home'], description: 'What the app shows next.' } }), 401, 403),
};

/** Users who come to register again have to prove who they are; people who only pay have done that before. */
const nextOf = (lane: string): 'identity' | 'home' => (lane === 'register' ? 'identity' : 'home');

/** Steps `open-app` and `login`: the two that need a pass. */
export function addLogin(app: FastifyInstance, { config, fleet, ledger }: RouteContext): void {
  app.get('/app/version', { schema: versionSchema }, (request) => {
    requirePass(request, config.secret);
    return fleet.serve(request.socket, { time: SERVICE_TIME['open-app'], run: () => APP_VERSION });
  });
  app.post<{ Body: { user: string; pin: string } }>('/login', { schema: loginSchema }, async (request, reply) => {
    const { lane, ticket } = requirePass(request, config.secret);
    const run = async (): Promise<Session> => {
      const session = { id: randomUUID(), user: knownUser(request.body, config.people) };
      await ledger.openSession(session, lane, ticket);
      return session;
    };
    const session = await fleet.serve(request.socket, { time: SERVICE_TIME.login, run });
    reply.header('set-cookie', sessionCookie(signSession(session, config.secret)));
    return { next: nextOf(lane) };
  });
}
