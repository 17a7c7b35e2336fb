import type { FastifyInstance } from 'fastify';
import { counterAt, matchingCounter } from '../../../../models/protocols/otp/one-time-code.ts';
import { withSession } from '../../../shared/access/credentials.ts';
import { answers, object, text, whole } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { tokenSecret } from '../../tokens.ts';
import { requireSession } from '../access.ts';
import { attemptHeader, noted } from '../noted.ts';
import type { RouteContext } from '../route-context.ts';

/** Codes of one step before and after are accepted (RFC 6238, 6): people type slowly, and clocks differ. */
const WINDOW = { before: 1, after: 1 } as const;
const TOO_WIDE = { before: 10, after: 1 } as const;

const schema = {
  summary: 'Show a code of one’s token; the answer is good for one thing that needs one',
  operationId: 'code',
  ...withSession,
  headers: attemptHeader,
  body: object({ serial: whole(1, 'Number of the token.'), code: text('^[0-9]{6}$', 'Six digits, of this minute.') }),
  response: answers(object({ approval: { type: 'string' } }), 401, 403, 409, 502, 504),
};

const REFUSALS: Readonly<Record<string, readonly [number, string]>> = {
  'wrong-code': [401, 'The code is wrong, too old, or that of a token which is no longer in use.'],
  'used-code': [409, 'This code, or a later one, was used before: wait for the next.'],
  locked: [403, 'The code was wrong ten times: come to a branch.'],
};

interface Shown {
  readonly serial: number;
  readonly code: string;
}

/** Step `verify`. What counts is when the code came, not when somebody found the time to look at it. */
export function addCode(app: FastifyInstance, context: RouteContext): void {
  const { config, fleet, books, dependencies } = context;
  const judge = async (customer: number, { serial, code }: Shown, receivedAt: number): Promise<{ approval: string }> => {
    const window = config.bug === 'window-too-wide' ? TOO_WIDE : WINDOW;
    const counter = matchingCounter(tokenSecret(serial, config.secret), code, counterAt(receivedAt), window);
    const { outcome, approval } = await books.redeem(customer, serial, counter);
    if (approval !== null) return { approval };
    const [status, message] = REFUSALS[outcome]!;
    throw new ServiceError(status, outcome, message);
  };
  app.post<{ Body: Shown }>('/codes', { schema }, async (request) => {
    const { user } = await requireSession(request, context);
    return noted(request, context, { act: 'code', customer: user }, (receivedAt) => {
      const run = () => judge(user, request.body, receivedAt);
      return fleet.serve(request.socket, { time: SERVICE_TIME.verify, dependency: dependencies.centre, run });
    });
  });
}
