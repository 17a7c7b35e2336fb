import swagger from '@fastify/swagger';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { IDENTITY_PATH, type Identity, identitySchema } from '../identity.ts';
import { ServiceError } from '../service-error.ts';

/** What is one service's own about its HTTP face. */
export interface AppFace {
  readonly title: string;
  readonly description: string;
  /** OpenAPI security schemes its routes refer to. */
  readonly securitySchemes: Readonly<Record<string, object>>;
  addRoutes(app: FastifyInstance): void;
}

/** Milliseconds; longer than clients keep an idle connection, so that the server never closes one that is about to be used. */
const KEEP_ALIVE = 120_000;

/** Kinds of failures printed at most. */
const MOST_FAILURES = 50;

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
    // The client is gone, or the node is stopping: nobody to tell.
    if (!request.raw.socket.destroyed) log(error);
    return reply.code(500).send({ error: 'internal', message: 'The service broke.', owner: 'system' });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'not-found', message: 'path: nothing is here; see /openapi.json.', owner: 'user' }),
  );
}

/** The HTTP face of a service, not yet listening. Requests are not logged: at 2,000/s the log would be the hottest spot. */
export async function buildApp(face: AppFace, identity: Identity): Promise<FastifyInstance> {
  const app = fastify({
    forceCloseConnections: true,
    keepAliveTimeout: KEEP_ALIVE,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  addErrors(app);
  const { title, description, securitySchemes } = face;
  const info = { title, description, version: identity.version };
  await app.register(swagger, { openapi: { openapi: '3.1.0', info, components: { securitySchemes: securitySchemes as never } } });
  await app.register(async (routes) => {
    face.addRoutes(routes);
    const schema = { summary: 'Who answers here', operationId: 'identity', response: { 200: identitySchema } };
    routes.get(IDENTITY_PATH, { schema }, () => identity);
    routes.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  });
  return app;
}
