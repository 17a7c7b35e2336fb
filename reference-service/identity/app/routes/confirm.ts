import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { userName } from '../../../../models/people/person.ts';
import { sessionCookie } from '../../../shared/access/credentials.ts';
import { signSession } from '../../../shared/access/session-token.ts';
import { answers, key, object, text } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { noted } from '../noted.ts';
import { blocked, struck } from '../refusals.ts';
import type { RouteContext } from '../route-context.ts';
import type { Attempt } from '../state/attempts.ts';

const schema = {
  summary: 'Confirm: with the code, or with what was approved in the app; sets the session cookie',
  operationId: 'confirm',
  headers: { type: 'object', required: ['idempotency-key'], properties: { 'idempotency-key': key } },
  params: object({ attempt: key }),
  body: { type: 'object', properties: { code: text('^[0-9]{6}$', 'As sent; left out where none is.') }, additionalProperties: false },
  response: answers(object({ user: { type: 'string' } }), 403, 404, 409, 410, 422),
};

interface Asked {
  readonly Params: { readonly attempt: string };
  readonly Body: { readonly code?: string };
}

/** One of so many people is taken for another by the bug. */
const WRONG_ONE_OF = 20;

/** The identifier that all services know a person by, 88 characters; nobody's. */
const ciOf = (person: number): string => createHash('sha512').update(`synthetic person ${person}`).digest('base64');

/** 409, 410 or 422 unless the attempt may be confirmed with this. */
async function check(attempt: Attempt, code: string | null, receivedAt: number, context: RouteContext): Promise<void> {
  const { config, clocks, attempts } = context;
  const { person } = attempt;
  if (attempt.used) throw new ServiceError(409, 'already-used', 'This attempt was confirmed before.');
  if (attempt.code === null) {
    if (!attempt.approved && config.bug !== 'pass-not-asked') throw new ServiceError(409, 'not-approved', 'Say yes on your phone first.');
    return;
  }
  if (code !== attempt.code) throw await struck(context, person, 'sms-code', new ServiceError(422, 'wrong-code', '인증번호 불일치'));
  if (receivedAt - attempt.sentAt > clocks.codeGoodFor && config.bug !== 'expired-code-accepted')
    throw new ServiceError(410, 'expired', '인증번호 만료: ask for another code.');
  if (attempts.lastWithCode(person) !== attempt && config.bug !== 'last-code-not-winning')
    throw await struck(context, person, 'sms-code', new ServiceError(422, 'old-code', 'A later code was sent.'));
}

async function confirm(attempt: Attempt, code: string | null, receivedAt: number, context: RouteContext): Promise<string> {
  const { books, config } = context;
  await check(attempt, code, receivedAt, context);
  // Nothing may come between the look at this and the note.
  if (attempt.used) throw new ServiceError(409, 'already-used', 'This attempt was confirmed before.');
  attempt.used = true;
  const { id, person, method, approved } = attempt;
  const ci = ciOf(config.bug === 'wrong-number' && person % WRONG_ONE_OF === 0 ? person - 1 : person);
  const session = randomUUID();
  if ((await books.verify({ attempt: id, person, method, code, approved, receivedAt, ci, session })) === 'blocked') throw blocked();
  return signSession({ id: session, user: person }, config.secret);
}

/** Step `confirm`. */
export function addConfirm(app: FastifyInstance, context: RouteContext): void {
  const { fleet, attempts, repeats, now } = context;
  app.post<Asked>('/verifications/:attempt/confirm', { schema }, async (request: FastifyRequest<Asked>, reply: FastifyReply) => {
    const receivedAt = now();
    const attempt = attempts.find(request.params.attempt);
    if (attempt === null) throw new ServiceError(404, 'unknown-attempt', 'There is no such attempt.');
    const token = await repeats.once(String(request.headers['idempotency-key']), () => {
      const run = () => confirm(attempt, request.body.code ?? null, receivedAt, context);
      const { id, person, method, carrier } = attempt;
      const work = fleet.serve(request.socket, { time: SERVICE_TIME.confirm, run });
      return noted(context, { attempt: id, person, method, carrier }, 'confirm', 'verified', work);
    });
    reply.header('set-cookie', sessionCookie(token));
    return { user: userName(attempt.person) };
  });
}
