import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { birthDigitOf, dayOf, MONDAY_DIGITS } from '../../../../models/people/visitor.ts';
import { requireCookie, requirePass, sessionCookie, withSession } from '../../../shared/access/credentials.ts';
import { knownUser } from '../../../shared/access/known-user.ts';
import { type Session, signSession } from '../../../shared/access/session-token.ts';
import { answers, object, text, whole, withPass } from '../../../shared/app/answer-schemas.ts';
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
export function addVisit(app: FastifyInstance, { config, books, window, fleet }: RouteContext): void {
  app.get('/today', { schema: todaySchema }, (request) => {
    requirePass(request, config.secret);
    window.visit();
    const run = () => ({ weekday: 'Monday', digits: MONDAY_DIGITS, closesInMs: window.closesInMs });
    return fleet.serve(request.socket, { time: SERVICE_TIME.today, run });
  });
  app.post<{ Body: { user: string; pin: string } }>('/login', { schema: loginSchema }, async (request, reply) => {
    const { lane, ticket } = requirePass(request, config.secret);
    const run = async (): Promise<Session> => {
      const session = { id: randomUUID(), user: knownUser(request.body, config.people) };
      await books.openSession(session, lane, ticket);
      return session;
    };
    const session = await fleet.serve(request.socket, { time: SERVICE_TIME.login, run });
    reply.header('set-cookie', sessionCookie(signSession(session, config.secret)));
    return { user: request.body.user };
  });
  app.get('/eligibility', { schema: eligibilitySchema }, (request) => {
    const { user } = requireCookie(request, config.secret);
    const run = () => ({ eligible: isTheirDay(user, config), comeBack: dayOf(birthDigitOf(user)) });
    return fleet.serve(request.socket, { time: SERVICE_TIME.eligibility, run });
  });
}
