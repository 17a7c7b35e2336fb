import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { METHODS } from '../../../../models/people/applicant.ts';
import { requirePass, sessionCookie } from '../../../shared/access/credentials.ts';
import { signSession } from '../../../shared/access/session-token.ts';
import { answers, object, text, withPass } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';
import { MESSAGE_TYPE, namedUser, signedContent, signedHeaders } from '../signed-body.ts';

const challengeSchema = {
  summary: 'A number to be signed for a login',
  operationId: 'challenge',
  ...withPass,
  response: answers(object({ challenge: text('^[0-9a-f]{32}$', 'Good for one login.') }), 403),
};

const loginSchema = {
  summary: 'Log in by a signature over a challenge; sets the session cookie',
  operationId: 'login',
  consumes: [MESSAGE_TYPE],
  headers: {
    type: 'object',
    required: ['x-user', 'x-method', 'x-vid-secret'],
    properties: {
      ...withPass.headers.properties,
      ...signedHeaders,
      'x-user': text('^u[0-9]{7}$', 'Account name.'),
      'x-method': { enum: [...METHODS], description: 'Kind of certificate.' },
    },
  },
  response: answers(object({ user: { type: 'string' } }), 401, 403, 422, 502, 504),
};

/** Steps `challenge` and `login`. */
export function addLogin(app: FastifyInstance, context: RouteContext): void {
  const { config, fleet, challenges, register, dependencies } = context;
  app.post('/login/challenge', { schema: challengeSchema }, (request) => {
    requirePass(request, config.secret);
    const run = () => ({ challenge: challenges.issue(true) });
    return fleet.serve(request.socket, { time: SERVICE_TIME.challenge, run });
  });
  app.post('/login', { schema: loginSchema }, async (request, reply) => {
    const { lane, ticket } = requirePass(request, config.secret);
    const session = { id: randomUUID(), user: namedUser(request, config.people) };
    const method = String(request.headers['x-method']);
    const run = async (): Promise<void> => {
      const content = Buffer.from(await signedContent(request, session.user, context)).toString('latin1');
      const known = config.bug === 'replay-login' ? challenges.look(content) : challenges.use(content);
      if (known === null) throw new ServiceError(422, 'unknown-challenge', 'The challenge was used before, or is none of ours.');
      await register.openSession(session, lane, ticket, method);
    };
    const dependency = method === 'joint' ? undefined : dependencies.confirm;
    await fleet.serve(request.socket, { time: SERVICE_TIME.login, dependency, run });
    reply.header('set-cookie', sessionCookie(signSession(session, config.secret)));
    return { user: String(request.headers['x-user']) };
  });
}
