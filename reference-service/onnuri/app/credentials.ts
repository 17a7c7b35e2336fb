import type { FastifyRequest } from 'fastify';
import { type PassClaims, verifyPass } from '../../shared/pass.ts';
import type { AppNode } from './node.ts';
import { ServiceError } from './service-error.ts';
import { readSession, type Session } from './session-cookie.ts';

export const SESSION_COOKIE = 'sid';

/** The claims of the pass of a request; 403 without a valid one. */
export function requirePass(node: AppNode, request: FastifyRequest): PassClaims {
  const header = request.headers['x-queue-pass'];
  const check = verifyPass(typeof header === 'string' ? header : '', node.config.secret, Date.now());
  if (check.state === 'valid') return check.claims;
  if (check.state === 'expired') throw new ServiceError(403, 'pass-expired', 'The pass has expired: join the line again.');
  throw new ServiceError(403, 'pass-required', 'This needs a pass of the waiting room in the header x-queue-pass.');
}

/** The session of a request; 401 without one. */
export function requireSession(node: AppNode, request: FastifyRequest): Session {
  const session = readSession(request.cookies[SESSION_COOKIE], node.config.secret);
  if (session === null) throw new ServiceError(401, 'login-required', 'Nobody is logged in: log in first.');
  return session;
}
