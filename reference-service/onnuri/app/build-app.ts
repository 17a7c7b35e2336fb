import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { IDENTITY_PATH, identityOf } from '../../shared/identity.ts';
import { object } from './answer-schemas.ts';
import type { AppNode } from './node.ts';
import { addBalance } from './routes/balance.ts';
import { addCard } from './routes/card.ts';
import { addIdentity } from './routes/identity.ts';
import { addLogin } from './routes/login.ts';
import { addPayment } from './routes/payment.ts';
import { ServiceError } from './service-error.ts';

const INFO = {
  title: 'App of the surgeproof reference service',
  description: 'Login with identity verification, card registration and QR payment. Service times are simulated; loopback only.',
};

/** A connection stays at the node that accepted it: after this many requests it is closed, so that the nodes share what comes. */
const REQUESTS_PER_CONNECTION = 200;

/** Milliseconds; longer than clients keep an idle connection, so that the server never closes one that is about to be used. */
const KEEP_ALIVE = 120_000;

/** Kinds of failures printed at most. */
const MOST_FAILURES = 50;

const identitySchema = object({
  name: { const: 'surgeproof-reference' },
  part: { const: 'app' },
  run: { type: 'string' },
  simulated: { const: true },
  nodes: { type: 'integer', minimum: 1 },
  version: { type: 'string' },
});

/** Prints every kind of failure once: a ledger that is gone fails a thousand requests a second in the same words. */
function failureLog(): (error: Error) => void {
  const known = new Set<string>();
  return (error) => {
    if (known.size >= MOST_FAILURES || known.has(error.message)) return;
    known.add(error.message);
    console.error(error.stack ?? error.message);
  };
}

function addErrors(app: FastifyInstance): void {
  const log = failureLog();
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof ServiceError) {
      return reply.code(error.status).send({ error: error.code, message: error.message, owner: error.owner });
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: 'invalid-request', message: error.message, owner: 'user' });
    // Whoever asked is gone, or the node is stopping: nobody to tell.
    if (!request.raw.socket.destroyed) log(error);
    return reply.code(500).send({ error: 'internal', message: 'The service broke.', owner: 'system' });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'not-found', message: 'path: nothing is here; see /openapi.json.', owner: 'user' }),
  );
}

/** The HTTP face of an app node, not yet listening. Requests are not logged: at 2,000/s the log would be the hottest spot. */
export async function buildApp(node: AppNode): Promise<FastifyInstance> {
  const identity = identityOf('app', node.config.runId, node.config.nodes);
  const app = fastify({
    forceCloseConnections: true,
    keepAliveTimeout: KEEP_ALIVE,
    maxRequestsPerSocket: REQUESTS_PER_CONNECTION,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  addErrors(app);
  const components = { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'sid' } } } as const;
  await app.register(swagger, { openapi: { openapi: '3.1.0', info: { ...INFO, version: identity.version }, components } });
  await app.register(cookie);
  await app.register(async (routes) => {
    for (const add of [addLogin, addIdentity, addCard, addBalance, addPayment]) add(routes, node);
    const schema = { summary: 'Who answers here', operationId: 'identity', response: { 200: identitySchema } };
    routes.get(IDENTITY_PATH, { schema }, () => identity);
    routes.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  });
  return app;
}
