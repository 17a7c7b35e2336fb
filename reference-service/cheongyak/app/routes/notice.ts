import type { FastifyInstance } from 'fastify';
import { UNITS } from '../../../../models/people/applicant.ts';
import { requireCookie, requirePass, withSession } from '../../../shared/access/credentials.ts';
import { answers, object, text, whole, withPass } from '../../../shared/app/answer-schemas.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';

const complex = text('^[1-9][0-9]{0,2}$', 'Number of the complex.');
const closesInMs = { type: ['integer', 'null'], description: 'Milliseconds until the close; null when it stays open.' };

const noticeSchema = {
  summary: 'The notice of a complex: its units, and when it closes',
  operationId: 'notice',
  ...withPass,
  params: object({ complex }),
  response: answers(object({ complex: whole(1, 'Its number.'), units: { type: 'array', items: { type: 'string' } }, closesInMs }), 403),
};

const eligibilitySchema = {
  summary: 'Whether the person may apply: household, savings account, points',
  operationId: 'eligibility',
  ...withSession,
  response: answers(object({ eligible: { type: 'boolean' }, points: whole(0, 'Of 84.') }), 401),
};

const MOST_POINTS = 84;

/** Steps `notice` and `eligibility`. */
export function addNotice(app: FastifyInstance, { config, window, fleet }: RouteContext): void {
  app.get<{ Params: { complex: string } }>('/complexes/:complex', { schema: noticeSchema }, (request) => {
    requirePass(request, config.secret);
    window.visit();
    const run = () => ({ complex: Number(request.params.complex), units: UNITS, closesInMs: window.closesInMs });
    return fleet.serve(request.socket, { time: SERVICE_TIME.notice, run });
  });
  app.get('/eligibility', { schema: eligibilitySchema }, (request) => {
    const { user } = requireCookie(request, config.secret);
    return fleet.serve(request.socket, {
      time: SERVICE_TIME.eligibility,
      run: () => ({ eligible: true, points: user % (MOST_POINTS + 1) }),
    });
  });
}
