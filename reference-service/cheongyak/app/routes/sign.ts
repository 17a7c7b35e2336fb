import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireCookie, withSession } from '../../../shared/access/credentials.ts';
import { answers, key, object, text } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import type { Submitted } from '../../register/register.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';
import { MESSAGE_TYPE, signedContent, signedHeaders } from '../signed-body.ts';

const schema = {
  summary: 'Submit the signed form; the same key with the same form gets the same receipt',
  operationId: 'sign',
  ...withSession,
  consumes: [MESSAGE_TYPE],
  headers: {
    type: 'object',
    required: ['idempotency-key', 'x-vid-secret', 'x-nonce'],
    properties: { ...signedHeaders, 'idempotency-key': key, 'x-nonce': text('^[0-9a-f]{32}$', 'Of the form.') },
  },
  response: answers(
    object({ status: { const: 'accepted' }, receipt: text('^A-[0-9]{10}$', 'Names the application.') }),
    401,
    409,
    410,
    422,
    502,
    504,
  ),
};

const REFUSALS: Readonly<Record<Exclude<Submitted['status'], 'stored' | 'repeated'>, readonly [number, string, string]>> = {
  'key-reused': [422, 'key-reused', 'This key was used for another application.'],
  'nonce-reused': [422, 'nonce-reused', 'This form was submitted before.'],
  duplicate: [409, 'duplicate', 'There is an application of this person for this complex.'],
};

const closed = (): ServiceError => new ServiceError(410, 'closed', '접수 마감: this came after the close.');

/** One of so many applications is forgotten by the bugs that forget. */
const FORGETS_ONE_OF = 20;

interface Attempted {
  readonly key: string;
  readonly user: number;
  /** When the last byte of the request was there. */
  readonly receivedAt: number;
}

async function accept(request: FastifyRequest, { key, user, receivedAt }: Attempted, context: RouteContext): Promise<string> {
  const { config, drafts, register, window } = context;
  if (config.bug !== 'late-accept' && !window.isOpenAt(receivedAt)) throw closed();
  const nonce = String(request.headers['x-nonce']);
  const draft = drafts.look(nonce);
  if (draft === null || draft.user !== user) throw new ServiceError(422, 'no-form', 'There is no form with this number.');
  const content = await signedContent(request, user, context);
  const form = Buffer.from(draft.form);
  if (config.bug !== 'other-content' && !form.equals(content))
    throw new ServiceError(422, 'other-content', '서명 실패: something else was signed.');
  if (config.bug === 'receipt-without-commit' && user % FORGETS_ONE_OF === 0) return `A-${String(user).padStart(10, '0')}`;
  const message = request.body as Buffer;
  const { status, receipt } = await register.submit({ key, person: user, complex: draft.complex, nonce, form, message, receivedAt });
  if (status === 'stored' || status === 'repeated') return receipt ?? '';
  throw new ServiceError(...REFUSALS[status]);
}

/** Notes the attempt beside its outcome: after a failure people ask what became of theirs. */
async function noted<Answer>(attempted: Attempted, { register, config }: RouteContext, attempt: Promise<Answer>): Promise<Answer> {
  const { key, user, receivedAt } = attempted;
  const note = async (outcome: string, owner: string | null): Promise<void> => {
    if (config.bug === 'log-loss' && user % FORGETS_ONE_OF === 0) return;
    await register.note({ key, person: user, receivedAt, outcome, owner });
  };
  try {
    const answer = await attempt;
    await note('accepted', null);
    return answer;
  } catch (error) {
    const [outcome, owner] = error instanceof ServiceError ? [error.code, error.owner] : ['internal', 'system'];
    await note(outcome, owner);
    throw error;
  }
}

/** Step `sign`. */
export function addSign(app: FastifyInstance, context: RouteContext): void {
  const { config, fleet, window, now } = context;
  app.post('/applications', { schema }, async (request) => {
    const receivedAt = now();
    const { user } = requireCookie(request, config.secret);
    const attempted = { key: String(request.headers['idempotency-key']), user, receivedAt };
    const submit = async (): Promise<string> => {
      const receipt = await fleet.serve(request.socket, { time: SERVICE_TIME.sign, run: () => accept(request, attempted, context) });
      if (config.bug === 'late-reject' && !window.isOpenAt(now())) throw closed();
      return receipt;
    };
    return { status: 'accepted', receipt: await noted(attempted, context, submit()) };
  });
}
