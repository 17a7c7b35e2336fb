import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who is logged in. */
export interface Session {
  readonly id: string;
  /** Number of the user. */
  readonly user: number;
}

const signatureOf = (body: string, secret: string): Buffer => createHmac('sha256', secret).update(`session:${body}`).digest();

/**
 * A session as the client shows it, in a cookie or as a bearer token: `<id>.<user>.<signature>`. Signed with HMAC-SHA256, so that
 * every node knows every session without asking; a node that dies logs nobody out.
 */
export function signSession({ id, user }: Session, secret: string): string {
  const body = `${id}.${user}`;
  return `${body}.${signatureOf(body, secret).toString('base64url')}`;
}

/** The session of a token; null when it was not signed with this secret. Never throws, whatever the text. */
export function readSession(token: string | undefined, secret: string): Session | null {
  const parts = /^([0-9a-f-]{36})\.(\d{1,9})\.([\w-]{43})$/.exec(token ?? '');
  if (parts === null) return null;
  const [, id = '', user = '', signature = ''] = parts;
  const genuine = timingSafeEqual(signatureOf(`${id}.${user}`, secret), Buffer.from(signature, 'base64url'));
  return genuine ? { id, user: Number(user) } : null;
}
