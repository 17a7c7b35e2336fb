import type { FastifyInstance } from 'fastify';
import { COMPLEXES, UNITS } from '../../../../models/people/applicant.ts';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, object, text, whole } from '../../../shared/app/answer-schemas.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';
import { canonicalForm, type Entries } from '../state/form.ts';

const schema = {
  summary: 'Keep a form; the answer is the text to be signed',
  operationId: 'draft',
  ...withSession,
  body: object({
    complex: { ...whole(1, 'Number of the complex.'), maximum: COMPLEXES },
    unit: { enum: [...UNITS] },
    household: { ...whole(1, 'People in it.'), maximum: 12 },
    points: { ...whole(0, 'Of 84.'), maximum: 84 },
    address: { type: 'string', minLength: 1, maxLength: 200 },
    phone: text('^[0-9-]{9,13}$', 'Where the person is reached.'),
  }),
  response: answers(object({ form: { type: 'string' }, nonce: text('^[0-9a-f]{32}$', 'Good for one application.') }), 401),
};

/** Step `fill-in`. */
export function addDraft(app: FastifyInstance, { config, drafts, fleet }: RouteContext): void {
  app.put<{ Body: Entries }>('/drafts', { schema }, (request) => {
    const { user } = requireCookie(request, config.secret);
    const { complex } = request.body;
    const run = () => {
      const draft = { user, complex, form: '' };
      const nonce = drafts.issue(draft);
      draft.form = canonicalForm(user, request.body, nonce);
      return { form: draft.form, nonce };
    };
    return fleet.serve(request.socket, { time: SERVICE_TIME.draft, run });
  });
}
