import type { FastifyRequest } from 'fastify';
import { requireBearer } from '../../shared/access/credentials.ts';
import { verifyPass } from '../../shared/access/pass.ts';
import type { Session } from '../../shared/access/session-token.ts';
import { ServiceError } from '../../shared/service-error.ts';
import type { RouteContext } from './route-context.ts';

/** Lane of the signed proof that a provider confirmed a person; its ticket is the number of the customer, 0 for somebody new. */
export const PROOF = 'identity';

/** Oldest version of the app that is let in. */
const OLDEST_VERSION = 5;

/** Refuses an app that is too old. `version` is undefined on the web, which is always new. */
export function requireVersion(version: number | undefined, { config }: RouteContext): void {
  if (version === undefined || version >= OLDEST_VERSION || config.bug === 'old-version-let-in') return;
  throw new ServiceError(403, 'upgrade-required', '앱을 업데이트해 주세요: this version of the app is too old.');
}

/** Whether a proof of identity is that of this customer, and has not run out. */
export function isProved(proof: string | undefined, customer: number, { config, now }: RouteContext): boolean {
  const check = verifyPass(proof ?? '', config.secret, now());
  return check.state === 'valid' && check.claims.lane === PROOF && check.claims.ticket === customer;
}

export function requireProof(proof: string | undefined, customer: number, context: RouteContext): void {
  if (!isProved(proof, customer, context))
    throw new ServiceError(401, 'identity-required', '본인확인이 필요합니다: prove who you are first.');
}

/** The session of a request that has not ended; 401 otherwise. */
export async function requireSession(request: FastifyRequest, { config, books }: RouteContext): Promise<Session> {
  const session = requireBearer(request, config.secret);
  if (await books.isOpen(session.id)) return session;
  throw new ServiceError(401, 'other-device', '다른 기기에서 접속됐습니다: somebody logged in with another device.');
}
