import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who is logged in. */
export interface Session {
  readonly id: string;
  /** Number of the user. */
  readonly user: number;
}

const signatureOf = (body: string, secret: string): Buffer => createHmac('sha256', secret).update(`session:${body}`).digest();

/**
 * Value of the session cookie: `<id>.<user>.<signature>`. Signed with HMAC-SHA256, so that every node knows every session
 * without asking anybody: a node that dies logs nobody out.
 */
export function signSession({ id, user }: Session, secret: string): string {
  const body = `${id}.${user}`;
  return `${body}.${signatureOf(body, secret).toString('base64url')}`;
}

/** The session of a cookie value; null when it was not signed by us. Never throws, whatever the text. */
export function readSession(cookie: string | undefined, secret: string): Session | null {
  const parts = /^([0-9a-f-]{36})\.(\d{1,9})\.([\w-]{43})$/.exec(cookie ?? '');
  if (parts === null) return null;
  const [, id = '', user = '', signature = ''] = parts;
  const genuine = timingSafeEqual(signatureOf(`${id}.${user}`, secret), Buffer.from(signature, 'base64url'));
  return genuine ? { id, user: Number(user) } : null;
}
