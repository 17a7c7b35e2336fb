import type { FastifyInstance } from 'fastify';
import { userNumber } from '../../../../models/people/person.ts';
import { answers, key, object, text } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import type { RouteContext } from '../route-context.ts';

const messageSchema = {
  summary: 'SIMULATED: the phone of a person, and the code of an attempt on it; null while it has not arrived',
  operationId: 'phone',
  params: object({ attempt: key }),
  querystring: { type: 'object', required: ['user'], properties: { user: text('^u[0-9]{7}$', 'Whose phone.') } },
  response: answers(object({ code: { type: ['string', 'null'] } }), 404),
};

const approveSchema = {
  summary: 'SIMULATED: the person says yes in the PASS app or to the card company',
  operationId: 'approve',
  params: object({ attempt: key }),
  querystring: messageSchema.querystring,
  response: answers(object({ approved: { const: true } }), 404),
};

interface Asked {
  readonly Params: { readonly attempt: string };
  readonly Querystring: { readonly user: string };
}

/** Steps `phone` and `approve`. A phone is no part of the service: it takes no worker of a node. */
export function addPhone(app: FastifyInstance, { attempts, now }: RouteContext): void {
  const own = ({ params, query }: { params: Asked['Params']; query: Asked['Querystring'] }) => {
    const attempt = attempts.find(params.attempt);
    if (attempt === null || attempt.person !== userNumber(query.user))
      throw new ServiceError(404, 'unknown-attempt', 'This phone knows nothing of it.');
    return attempt;
  };
  app.get<Asked>('/phone/messages/:attempt', { schema: messageSchema }, async (request) => {
    const { code, arrivesAt } = own(request);
    return { code: arrivesAt !== null && arrivesAt <= now() ? code : null };
  });
  app.post<Asked>('/phone/approvals/:attempt', { schema: approveSchema }, async (request) => {
    own(request).approved = true;
    return { approved: true };
  });
}
