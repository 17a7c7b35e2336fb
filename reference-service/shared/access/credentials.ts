import type { FastifyRequest } from 'fastify';
import { ServiceError } from '../service-error.ts';
import { type PassClaims, verifyPass } from './pass.ts';
import { readSession, type Session } from './session-token.ts';

const SESSION_COOKIE = 'sid';

/** Security of routes behind a login, as OpenAPI says it, and the schemes it refers to. */
export const withSession = { security: [{ session: [] }] };
export const cookieScheme = { session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE } } as const;
export const bearerScheme = { session: { type: 'http', scheme: 'bearer' } } as const;

/** The claims of the pass of a request; 403 without a valid one. */
export function requirePass(request: FastifyRequest, secret: string): PassClaims {
  const header = request.headers['x-queue-pass'];
  const check = verifyPass(typeof header === 'string' ? header : '', secret, Date.now());
  if (check.state === 'valid') return check.claims;
  if (check.state === 'expired') throw new ServiceError(403, 'pass-expired', 'The pass has expired: join the queue again.');
  throw new ServiceError(403, 'pass-required', 'This needs a pass of the waiting room in the header x-queue-pass.');
}

function requireToken(token: string | undefined, secret: string): Session {
  const session = readSession(token, secret);
  if (session === null) throw new ServiceError(401, 'login-required', 'This needs a login.');
  return session;
}

/** `set-cookie` of a session. */
export function sessionCookie(token: string): string {
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly`;
}

/** The session whose token is in the cookie of a request; 401 without one. */
export function requireCookie(request: FastifyRequest, secret: string): Session {
  return requireToken(/(?:^|;\s*)sid=([^;]*)/.exec(request.headers.cookie ?? '')?.[1], secret);
}

/** The session whose token is in the header `authorization: Bearer …` of a request; 401 without one. */
export function requireBearer(request: FastifyRequest, secret: string): Session {
  return requireToken(/^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1], secret);
}
