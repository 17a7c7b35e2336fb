import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { pinOf, userNumber } from '../../../../models/people/person.ts';
import { birthDigitOf, dayOf, MONDAY_DIGITS } from '../../../../models/people/visitor.ts';
import { requireCookie, requirePass, sessionCookie, withSession } from '../../../shared/access/credentials.ts';
import { signSession } from '../../../shared/access/session-token.ts';
import { answers, object, text, whole, withPass } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import type { RouteContext } from '../route-context.ts';

const todaySchema = {
  summary: 'Whose day it is, and when the maintenance of the night begins',
  operationId: 'today',
  ...withPass,
  response: answers(
    object({
      weekday: { const: 'Monday' },
      digits: { type: 'array', items: whole(0, 'Last digit of the birth year.') },
      closesInMs: { type: ['integer', 'null'], description: 'Milliseconds; null when it stays open.' },
    }),
    403,
  ),
};

const loginSchema = {
  summary: 'Log in; sets the session cookie',
  operationId: 'login',
  ...withPass,
  body: object({ user: text('^u[0-9]{7}$', 'Account name.'), pin: text('^[0-9]{6}$', 'Six digits.') }),
  response: answers(object({ user: { type: 'string' } }), 401, 403),
};

const eligibilitySchema = {
  summary: 'Whether it is the day of this person, before anything has to be filled in',
  operationId: 'eligibility',
  ...withSession,
  response: answers(
    object({ eligible: { type: 'boolean' }, comeBack: { type: 'string', description: 'The weekday of this person.' } }),
    401,
  ),
};

/** Whether today is the day of a person. */
export function isTheirDay(user: number, { bug }: RouteContext['config']): boolean {
  const digit = birthDigitOf(user);
  return MONDAY_DIGITS.includes(digit) && !(bug === 'turns-away-six' && digit === 6);
}

/** Steps `today`, `login` and `eligibility`. */
export function addVisit(app: FastifyInstance, { config, books, window, fleet, now }: RouteContext): void {
  app.get('/today', { schema: todaySchema }, (request) => {
    requirePass(request, config.secret);
    window.visit();
    const run = () => {
      const left = window.closesAt === null ? null : Math.max(0, Math.round(window.closesAt - now()));
      return { weekday: 'Monday', digits: MONDAY_DIGITS, closesInMs: left };
    };
    return fleet.serve(request.socket, { time: SERVICE_TIME.today, run });
  });
  app.post<{ Body: { user: string; pin: string } }>('/login', { schema: loginSchema }, async (request, reply) => {
    const { lane, ticket } = requirePass(request, config.secret);
    const user = userNumber(request.body.user) ?? 0;
    const session = { id: randomUUID(), user };
    const run = async (): Promise<void> => {
      const known = user >= 1 && user <= config.people && request.body.pin === pinOf(user);
      if (!known) throw new ServiceError(401, 'wrong-pin', 'There is no such user, or the PIN is wrong.');
      await books.openSession(session, lane, ticket);
    };
    await fleet.serve(request.socket, { time: SERVICE_TIME.login, run });
    reply.header('set-cookie', sessionCookie(signSession(session, config.secret)));
    return { user: request.body.user };
  });
  app.get('/eligibility', { schema: eligibilitySchema }, (request) => {
    const { user } = requireCookie(request, config.secret);
    const run = () => ({ eligible: isTheirDay(user, config), comeBack: dayOf(birthDigitOf(user)) });
    return fleet.serve(request.socket, { time: SERVICE_TIME.eligibility, run });
  });
}
