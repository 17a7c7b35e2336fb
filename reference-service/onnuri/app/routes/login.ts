import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { pinOf, userNumber } from '../../../../models/people/person.ts';
import { answers, object, text, withPass } from '../answer-schemas.ts';
import { requirePass, SESSION_COOKIE } from '../credentials.ts';
import type { AppNode } from '../node.ts';
import { ServiceError } from '../service-error.ts';
import { signSession } from '../session-cookie.ts';

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
export function addLogin(app: FastifyInstance, node: AppNode): void {
  app.get('/app/version', { schema: versionSchema }, (request) => {
    requirePass(node, request);
    return node.serve('open-app', async () => APP_VERSION);
  });
  app.post<{ Body: { user: string; pin: string } }>('/login', { schema: loginSchema }, async (request, reply) => {
    const { lane, ticket } = requirePass(node, request);
    const user = userNumber(request.body.user) ?? 0;
    const session = { id: randomUUID(), user };
    await node.serve('login', async () => {
      const known = user >= 1 && user <= node.config.users && request.body.pin === pinOf(user);
      if (!known) throw new ServiceError(401, 'wrong-pin', 'There is no such user, or the PIN is wrong.');
      await node.ledger.openSession(session, lane, ticket);
    });
    reply.setCookie(SESSION_COOKIE, signSession(session, node.config.secret), { httpOnly: true, path: '/' });
    return { next: nextOf(lane) };
  });
}
