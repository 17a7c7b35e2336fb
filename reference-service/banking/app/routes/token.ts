import type { FastifyInstance, FastifyRequest } from 'fastify';
import { userName } from '../../../../models/people/person.ts';
import { base32 } from '../../../../models/protocols/otp/base32.ts';
import { withSession } from '../../../shared/access/credentials.ts';
import { answers, object, text, whole } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { tokenSecret } from '../../tokens.ts';
import { requireProof, requireSession } from '../access.ts';
import { attemptHeader, noted } from '../noted.ts';
import type { RouteContext } from '../route-context.ts';

const proof = { type: 'string', maxLength: 200, description: 'Of one’s identity.' };
const serial = whole(1, 'Number of the token.');

const accountSchema = {
  summary: 'Become a customer',
  operationId: 'open-account',
  body: object({ pin: text('^[0-9]{6}$', 'Six digits.'), proof }),
  response: answers(object({ user: { type: 'string' } }), 401),
};

const tokensSchema = {
  summary: 'The token one has',
  operationId: 'tokens',
  ...withSession,
  response: answers(object({ serial: { type: ['integer', 'null'] } }), 401),
};

const issueSchema = {
  ...withSession,
  headers: attemptHeader,
  body: object({ proof }),
  response: answers(object({ serial, secret: text('^[A-Z2-7]{32}$', 'Base32.') }), 401, 409),
};

const deregisterSchema = {
  summary: 'Give up one’s token, and with it the bank on the phone',
  operationId: 'deregister',
  ...withSession,
  headers: attemptHeader,
  body: object({ serial, approval: text('^[0-9a-f-]{36}$', 'Of a code of this very token.') }),
  response: answers(object({ status: { const: 'stopped' } }), 401, 403, 404),
};

const DEREGISTER_REFUSALS: Readonly<Record<string, readonly [number, string]>> = {
  'unknown-token': [404, 'There is no such token of yours.'],
  'no-approval': [403, 'This needs a code that was accepted and not used for anything else.'],
};

interface Proved {
  readonly proof: string;
}

/** Issues a token, in place of the one before or of none. */
async function issue(request: FastifyRequest<{ Body: Proved }>, context: RouteContext, replace: boolean) {
  const { user } = await requireSession(request, context);
  const run = async () => {
    requireProof(request.body.proof, user, context);
    const made = await context.books.issueToken(user, replace);
    if (made === null) throw new ServiceError(409, 'token-exists', '이미 등록된 OTP가 있습니다: there is an active token.');
    return { serial: made, secret: base32(tokenSecret(made, context.config.secret)) };
  };
  return noted(request, context, { act: replace ? 're-issue' : 'issue', customer: user }, () =>
    context.fleet.serve(request.socket, { time: SERVICE_TIME.issue, run }),
  );
}

/** Steps `open-account`, `issue`, `re-issue` and `tokens`. */
export function addToken(app: FastifyInstance, context: RouteContext): void {
  const { fleet, books } = context;
  app.post<{ Body: Proved & { pin: string } }>('/customers', { schema: accountSchema }, (request) => {
    const run = async () => {
      requireProof(request.body.proof, 0, context);
      return { user: userName(await books.openAccount(request.body.pin)) };
    };
    return fleet.serve(request.socket, { time: SERVICE_TIME['open-account'], run });
  });
  app.get('/tokens', { schema: tokensSchema }, async (request) => {
    const { user } = await requireSession(request, context);
    const run = async () => ({ serial: await books.tokenOf(user) });
    return fleet.serve(request.socket, { time: SERVICE_TIME.tokens, run });
  });
  const first = { schema: { ...issueSchema, summary: 'Register a token; refused when there is one', operationId: 'issue' } };
  app.post<{ Body: Proved }>('/tokens', first, (request) => issue(request, context, false));
  const again = { schema: { ...issueSchema, summary: 'Replace the token by a new one', operationId: 're-issue' } };
  app.put<{ Body: Proved }>('/tokens', again, (request) => issue(request, context, true));
}

/** Step `deregister`. */
export function addDeregister(app: FastifyInstance, context: RouteContext): void {
  const { fleet, books } = context;
  app.post<{ Body: { serial: number; approval: string } }>('/deregistrations', { schema: deregisterSchema }, async (request) => {
    const { user, id } = await requireSession(request, context);
    const run = async () => {
      const outcome = await books.deregister(user, id, request.body.serial, request.body.approval);
      if (outcome === 'stopped') return { status: 'stopped' };
      const [status, message] = DEREGISTER_REFUSALS[outcome]!;
      throw new ServiceError(status, outcome, message);
    };
    return noted(request, context, { act: 'deregister', customer: user }, () =>
      fleet.serve(request.socket, { time: SERVICE_TIME.deregister, run }),
    );
  });
}
