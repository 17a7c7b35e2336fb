import type { FastifyInstance } from 'fastify';
import { requireBearer, withSession } from '../../../shared/access/credentials.ts';
import { answers, object } from '../../../shared/app/answer-schemas.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { listedSchema } from '../listed-schema.ts';
import type { RouteContext } from '../route-context.ts';

const schema = {
  summary: 'The newest notices whose title holds a word',
  operationId: 'search',
  ...withSession,
  querystring: object({ word: { type: 'string', minLength: 1, maxLength: 40 } }),
  response: answers(object({ notices: listedSchema }), 401),
};

/** Step `search`. */
export function addSearch(app: FastifyInstance, { config, store, fleet }: RouteContext): void {
  app.get<{ Querystring: { word: string } }>('/search', { schema }, async (request) => {
    requireBearer(request, config.secret);
    const run = () => store.search(request.query.word);
    return { notices: await fleet.serve(request.socket, { time: SERVICE_TIME.search, run }) };
  });
}
