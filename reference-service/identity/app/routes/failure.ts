import type { FastifyInstance } from 'fastify';
import { FAILURE_CAUSES, type FailureCause } from '../../../../models/people/identification.ts';
import { answers, key, object } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { note } from '../noted.ts';
import type { RouteContext } from '../route-context.ts';

/** Whose failure it is, by its cause. */
const OWNERS: Readonly<Record<FailureCause, string>> = {
  'sms-not-received': 'third party',
  'pass-absent': 'client environment',
  browser: 'client environment',
  input: 'user',
  network: 'third party',
};

const params = object({ attempt: key });

const reportSchema = {
  summary: 'The window of the identification says why it could not go on',
  operationId: 'report-failure',
  params,
  body: object({ cause: { enum: [...FAILURE_CAUSES] } }),
  response: answers(object({ outcome: { const: 'failed' } }), 404),
};

const nullable = { type: ['string', 'null'] };

const lookUpSchema = {
  summary: 'What became of an attempt: why, and whose fault it was',
  operationId: 'look-up',
  params,
  response: answers(object({ outcome: { type: 'string' }, cause: nullable, owner: nullable }), 404),
};

interface Asked {
  readonly Params: { readonly attempt: string };
  readonly Body: { readonly cause: FailureCause };
}

const unknown = (): ServiceError => new ServiceError(404, 'unknown-attempt', 'There is no such attempt.');

/** Steps `report-failure` and `look-up`. */
export function addFailure(app: FastifyInstance, context: RouteContext): void {
  const { fleet, attempts, books } = context;
  app.post<Asked>('/verifications/:attempt/failure', { schema: reportSchema }, (request) => {
    const attempt = attempts.find(request.params.attempt);
    if (attempt === null) throw unknown();
    const { cause } = request.body;
    const { id, person, method, carrier } = attempt;
    const run = async () => {
      const ended = { outcome: 'failed', cause, owner: OWNERS[cause] };
      await note(context, { attempt: id, person, method, carrier }, 'report-failure', ended);
      return { outcome: 'failed' };
    };
    return fleet.serve(request.socket, { time: SERVICE_TIME.failure, run });
  });
  app.get<Pick<Asked, 'Params'>>('/verifications/:attempt', { schema: lookUpSchema }, async (request) => {
    const run = () => books.lastLine(request.params.attempt);
    const line = await fleet.serve(request.socket, { time: SERVICE_TIME.read, run });
    if (line === null) throw unknown();
    return line;
  });
}
