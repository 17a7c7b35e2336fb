import type { FastifyRequest } from 'fastify';
import { userNumber } from '../../../models/people/person.ts';
import { text } from '../../shared/app/answer-schemas.ts';
import { ServiceError } from '../../shared/service-error.ts';
import { type Refused, verifyMessage } from '../certificates/verify-message.ts';
import type { RouteContext } from './route-context.ts';

/** Media type of a CMS message (RFC 8551, 3.2.1). */
export const MESSAGE_TYPE = 'application/pkcs7-mime';

/** Headers beside a signed message. */
export const signedHeaders = {
  'x-vid-secret': text('^[A-Za-z0-9+/]{27}=$', 'The secret of the identification, base64; a real client encrypts it.'),
};

const REFUSALS: Readonly<Record<Refused, string>> = {
  unreadable: '서명 실패: the message is no signed data of the form that is accepted.',
  'not-issued-here': '서명 실패: the certificate is damaged, or no authority known here issued it.',
  expired: '인증서 만료: the certificate is not valid at this time.',
  'wrong-signature': '서명 실패: the signature does not belong to what was signed.',
  'wrong-identity': '본인 불일치: the certificate is that of somebody else.',
};

const revoked = (): ServiceError => new ServiceError(422, 'revoked', '인증서 폐지: the certificate was revoked.');

/** The content of a message that `user` signed with a good certificate; 422 with the reason otherwise. */
export async function signedContent(request: FastifyRequest, user: number, context: RouteContext): Promise<Uint8Array> {
  const { authority, dependencies, config, now } = context;
  const header = String(request.headers['x-vid-secret']);
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const verified = verifyMessage(body, { user, secret: Buffer.from(header, 'base64'), authority, now: now() });
  if (typeof verified === 'string') throw new ServiceError(422, verified, REFUSALS[verified]);
  if (config.bug !== 'skip-revocation' && (await dependencies.isRevoked(verified.serial))) throw revoked();
  return verified.content;
}

/** The number of the account that a header names; 401 for none of this service. */
export function namedUser(request: FastifyRequest, people: number): number {
  const user = userNumber(String(request.headers['x-user'])) ?? 0;
  if (user < 1 || user > people) throw new ServiceError(401, 'unknown-user', 'There is no such user.');
  return user;
}
