import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireBearer, withSession } from '../../../shared/access/credentials.ts';
import { answers, object, text, whole } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { listedSchema } from '../listed-schema.ts';
import type { RouteContext } from '../route-context.ts';

const unchanged = { 304: { type: 'null', description: 'Unchanged since the answer with this ETag.' } };
const withTag = {
  headers: { type: 'object', properties: { 'if-none-match': { type: 'string', description: 'ETag of the answer at hand.' } } },
};

const listSchema = {
  summary: 'A page of notices, the newest first',
  operationId: 'list',
  ...withSession,
  ...withTag,
  querystring: object({ page: text('^[1-9][0-9]{0,5}$', 'Page, 1 and up.') }),
  response: {
    ...answers(object({ page: whole(1, 'This page.'), pages: whole(0, 'Pages there are.'), notices: listedSchema }), 401),
    ...unchanged,
  },
};

const comment = object({ number: whole(1, 'In order of arrival.'), user: whole(1, 'Number of the user.'), text: { type: 'string' } });

const readSchema = {
  summary: 'A notice with its newest comments',
  operationId: 'read',
  ...withSession,
  ...withTag,
  params: object({ id: text('^[1-9][0-9]{0,8}$', 'Number of the notice.') }),
  response: {
    ...answers(
      object({
        id: whole(1, 'Its number.'),
        title: { type: 'string' },
        body: { type: 'string' },
        comments: { type: 'array', items: comment },
      }),
      401,
      404,
    ),
    ...unchanged,
  },
};

const COMMENTS_SHOWN = 20;

/** Answers with an ETag, or with 304 when the client has that version already. */
function tagged(request: FastifyRequest, reply: FastifyReply, tag: string, body: () => object): FastifyReply {
  const etag = `"${tag}"`;
  reply.header('etag', etag);
  return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(body());
}

/** Steps `list` and `read`. */
export function addNotices(app: FastifyInstance, { config, store, fleet }: RouteContext): void {
  app.get<{ Querystring: { page: string } }>('/notices', { schema: listSchema }, async (request, reply) => {
    requireBearer(request, config.secret);
    const page = Number(request.query.page);
    const notices = await fleet.serve(request.socket, { time: SERVICE_TIME.list, run: () => store.page(page) });
    return tagged(request, reply, `list-${page}-${store.version}`, () => ({ page, pages: store.pages, notices }));
  });
  app.get<{ Params: { id: string } }>('/notices/:id', { schema: readSchema }, async (request, reply) => {
    requireBearer(request, config.secret);
    const found = await fleet.serve(request.socket, { time: SERVICE_TIME.read, run: () => store.find(Number(request.params.id)) });
    if (found === null) throw new ServiceError(404, 'no-notice', 'There is no notice with this number.');
    const { notice, comments } = found;
    return tagged(request, reply, `read-${notice.id}-${comments.length}`, () => ({ ...notice, comments: comments.slice(-COMMENTS_SHOWN) }));
  });
}
