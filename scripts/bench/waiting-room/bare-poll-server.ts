import fastify from 'fastify';
import { runPart } from '../../../reference-service/shared/process/run-part.ts';

/** The least a poll can cost with the same web server: it answers everybody the same. */
runPart(async (_config: null) => {
  const server = fastify({ forceCloseConnections: true });
  server.get('/queue/poll', () => ({ state: 'waiting', position: 12_345, waitMs: 51_437, pollMs: 30_000 }));
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return { ready: { url }, stop: () => server.close() };
});
