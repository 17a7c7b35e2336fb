import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { userNumber } from '../../../../models/people/person.ts';
import { signPass } from '../../../shared/access/pass.ts';
import { signSession } from '../../../shared/access/session-token.ts';
import { answers, object, text, whole } from '../../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { SERVICE_TIME } from '../../service-times.ts';
import { isProved, PROOF, requireProof, requireVersion } from '../access.ts';
import { attemptHeader, noted } from '../noted.ts';
import type { RouteContext } from '../route-context.ts';

const user = text('^u[0-9]{7}$', 'Account name.');
const version = whole(1, 'Of the app; left out on the web.');

const startSchema = {
  summary: 'Open the app: is it new enough?',
  operationId: 'start',
  querystring: { type: 'object', properties: { version: text('^[1-9][0-9]?$', 'Of the app; left out on the web.') } },
  response: answers(object({ ready: { const: true } }), 403),
};

const identitySchema = {
  summary: 'Prove by phone who one is; the proof is good for five minutes',
  operationId: 'identity',
  body: { type: 'object', required: ['phone'], properties: { phone: text('^[0-9-]{9,13}$', 'Own phone.'), user } },
  response: answers(object({ proof: { type: 'string' } }), 502, 504),
};

const loginSchema = {
  summary: 'Log in with a PIN; ends the session on the device before',
  operationId: 'login',
  headers: attemptHeader,
  body: {
    type: 'object',
    required: ['user', 'pin', 'channel', 'device'],
    properties: {
      user,
      pin: text('^[0-9]{6}$', 'Six digits.'),
      channel: { enum: ['app', 'web'], description: 'The web needs a proof of identity.' },
      device: text('^[A-Za-z0-9-]{1,40}$', 'Names the device.'),
      version,
      proof: { type: 'string', maxLength: 200 },
    },
  },
  response: answers(object({ token: { type: 'string' } }), 401, 403),
};

/** Milliseconds a proof of identity is good for. */
const PROOF_GOOD_FOR = 300_000;

const REFUSALS: Readonly<Record<string, readonly [number, string]>> = {
  'unknown-user': [401, 'There is no such user.'],
  'wrong-pin': [401, 'The PIN is wrong.'],
  locked: [403, 'The PIN was wrong five times: come to a branch.'],
  'not-a-customer': [403, '이용고객이 아닙니다'],
};

interface Login {
  readonly user: string;
  readonly pin: string;
  readonly channel: 'app' | 'web';
  readonly device: string;
  readonly version?: number;
  readonly proof?: string;
}

async function logIn(login: Login, customer: number, context: RouteContext): Promise<{ token: string }> {
  const { config, books } = context;
  const { pin, device, channel, proof } = login;
  if (channel === 'app') requireVersion(login.version ?? 0, context);
  if (channel === 'web' && config.bug !== 'skip-identity') requireProof(proof, customer, context);
  const session = { id: randomUUID(), user: customer };
  const proved = isProved(proof, customer, context);
  const outcome = await books.logIn({ id: session.id, customer, pin, device, channel, version: login.version ?? null, proved });
  if (outcome === 'opened') return { token: signSession(session, config.secret) };
  const [status, message] = REFUSALS[outcome]!;
  throw new ServiceError(status, outcome, message);
}

/** Steps `check-version`, `identity` and `login`. */
export function addLogin(app: FastifyInstance, context: RouteContext): void {
  const { config, fleet, dependencies, now } = context;
  app.get<{ Querystring: { version?: string } }>('/start', { schema: startSchema }, ({ query, socket }) => {
    const run = () => {
      requireVersion(query.version === undefined ? undefined : Number(query.version), context);
      return { ready: true };
    };
    return fleet.serve(socket, { time: SERVICE_TIME.start, run });
  });
  app.post<{ Body: { user?: string } }>('/identity', { schema: identitySchema }, ({ body, socket }) => {
    const claims = { lane: PROOF, ticket: userNumber(body.user ?? '') ?? 0, expiresAt: now() + PROOF_GOOD_FOR };
    const run = () => ({ proof: signPass(claims, config.secret) });
    return fleet.serve(socket, { time: SERVICE_TIME.identity, dependency: dependencies.provider, run });
  });
  app.post<{ Body: Login }>('/login', { schema: loginSchema }, (request) => {
    const customer = userNumber(request.body.user) ?? 0;
    return noted(request, context, { act: 'login', customer }, () =>
      fleet.serve(request.socket, { time: SERVICE_TIME.login, run: () => logIn(request.body, customer, context) }),
    );
  });
}
