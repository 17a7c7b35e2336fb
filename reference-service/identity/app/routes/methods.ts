import type { FastifyInstance } from 'fastify';
import { IDENTIFICATION_METHODS } from '../../../../models/people/identification.ts';
import { answers, object } from '../../../shared/app/answer-schemas.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';

const schema = {
  summary: 'The methods to choose from',
  operationId: 'methods',
  response: answers(object({ methods: { type: 'array', items: { enum: [...IDENTIFICATION_METHODS] } } })),
};

/** Step `methods`. */
export function addMethods(app: FastifyInstance, { fleet }: RouteContext): void {
  app.get('/methods', { schema }, (request) =>
    fleet.serve(request.socket, { time: SERVICE_TIME.methods, run: () => ({ methods: IDENTIFICATION_METHODS }) }),
  );
}
