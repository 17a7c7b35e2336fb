import type { FastifyInstance } from 'fastify';
import { userNumber } from '../../../../models/people/person.ts';
import { answers, object, text } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';

const params = object({ user: text('^u[0-9]{7}$', 'Account name.') });

const statusSchema = {
  summary: 'Whether a person is blocked, why, and until when',
  operationId: 'block-status',
  params,
  response: answers(
    object({
      blocked: { type: 'boolean' },
      reason: { type: ['string', 'null'] },
      releasesInMs: { type: ['integer', 'null'], description: 'Milliseconds; null when only the desk may release.' },
    }),
  ),
};

const deskSchema = {
  summary: 'Ask the desk to look at a block',
  operationId: 'ask-desk',
  params,
  response: answers(object({ asked: { const: true } }), 404),
};

interface Asked {
  readonly Params: { readonly user: string };
}

/** Steps `block-status` and `ask-desk`. */
export function addBlocks(app: FastifyInstance, { books, desk, fleet, now }: RouteContext): void {
  const blockOf = (user: string) => books.blockOf(userNumber(user) ?? 0);
  app.get<Asked>('/blocks/:user', { schema: statusSchema }, (request) => {
    const run = async () => {
      const block = await blockOf(request.params.user);
      if (block === null) return { blocked: false, reason: null, releasesInMs: null };
      const releasesInMs = block.dueAt === null ? null : Math.max(0, Math.ceil(block.dueAt - now()));
      return { blocked: true, reason: block.reason, releasesInMs };
    };
    return fleet.serve(request.socket, { time: SERVICE_TIME.read, run });
  });
  app.post<Asked>('/blocks/:user/case', { schema: deskSchema }, (request) => {
    const run = async () => {
      const block = await blockOf(request.params.user);
      if (block === null) throw new ServiceError(404, 'no-block', 'There is no block.');
      if (await books.ask(block.id, now())) desk.take(() => void books.releaseByDesk(block.id).catch(() => {}));
      return { asked: true };
    };
    return fleet.serve(request.socket, { time: SERVICE_TIME.read, run });
  });
}
