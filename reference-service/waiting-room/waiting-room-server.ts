import swagger from '@fastify/swagger';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { IDENTITY_PATH, type Identity, identitySchema } from '../shared/identity.ts';
import type { RoomState } from './room/room-state.ts';
import { errorSchema } from './routes/answer-schemas.ts';
import { addJsonRoutes } from './routes/json-routes.ts';
import { answerNetfunnel, type NetfunnelRequest, OPCODES } from './routes/netfunnel.ts';

const INFO = {
  title: 'Waiting room of the surgeproof reference service',
  description: 'Holds people in a queue in front of the app and lets them in by weighted tokens. Simulated; loopback only.',
};

function addNetfunnel(server: FastifyInstance, room: RoomState, clock: () => number): void {
  const text = { type: 'string', maxLength: 64 } as const;
  const querystring = {
    type: 'object',
    required: ['opcode'],
    properties: { opcode: { type: 'string', enum: OPCODES }, sid: text, aid: text, key: text },
  } as const;
  const answered = {
    description: 'opcode:code:key=…&nwait=…&nnext=…&tps=…&ttl=…',
    content: { 'text/plain': { schema: { type: 'string' } } },
  };
  const response = { 200: answered, 400: errorSchema('The request cannot be read.') };
  const schema = { summary: 'The NetFunnel dialect', operationId: 'netfunnel', querystring, response };
  server.get<{ Querystring: NetfunnelRequest }>('/ts.wseq', { schema }, (request, reply) =>
    reply.type('text/plain; charset=utf-8').send(answerNetfunnel(room, request.query, clock())),
  );
}

/** The HTTP face of a room, not yet listening. `clock` gives Unix time in milliseconds. */
export async function createWaitingRoomServer(room: RoomState, identity: Identity, clock: () => number): Promise<FastifyInstance> {
  const server = fastify({ forceCloseConnections: true });
  // The bodies are flat and small; serializers made for `oneOf` would validate every answer first.
  server.setSerializerCompiler(() => (body) => JSON.stringify(body));
  server.setErrorHandler<FastifyError>((error, _request, reply) => {
    const code = error.statusCode ?? 500;
    const name = code < 500 ? 'bad-request' : 'internal';
    return reply.code(code).send({ error: name, message: error.message });
  });
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'not-found', message: 'path: nothing is here; see /openapi.json.' }),
  );
  await server.register(swagger, { openapi: { openapi: '3.1.0', info: { ...INFO, version: identity.version } } });
  await server.register(async (routes) => {
    addJsonRoutes(routes, room, clock);
    addNetfunnel(routes, room, clock);
    const schema = { summary: 'Who answers here', operationId: 'identity', response: { 200: identitySchema } };
    routes.get(IDENTITY_PATH, { schema }, () => identity);
    routes.get('/openapi.json', { schema: { hide: true } }, () => server.swagger());
  });
  return server;
}
