import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a pass says: who was admitted, by which lane, and until when. */
export interface PassClaims {
  readonly lane: string;
  readonly ticket: number;
  /** Unix time in milliseconds; from this moment on the pass is refused. */
  readonly expiresAt: number;
}

export type PassCheck =
  | { readonly state: 'valid'; readonly claims: PassClaims }
  | { readonly state: 'expired'; readonly claims: PassClaims }
  | { readonly state: 'forged' };

const signatureOf = (body: string, secret: string): Buffer => createHmac('sha256', secret).update(body).digest();

/**
 * A pass: `<lane>.<ticket>.<expiry>.<signature>`, URL-safe when the lane name is (numbers base 36, signature base64url).
 * Signed with HMAC-SHA256, so an app node that knows the secret can check it without asking the waiting room.
 */
export const signPass = (claims: PassClaims, secret: string): string => {
  const body = `${claims.lane}.${claims.ticket.toString(36)}.${Math.ceil(claims.expiresAt).toString(36)}`;
  return `${body}.${signatureOf(body, secret).toString('base64url')}`;
};

/** Checks signature first, then expiry. `now` is Unix time in milliseconds. Never throws, whatever the text. */
export const verifyPass = (pass: string, secret: string, now: number): PassCheck => {
  const parts = /^(.+)\.([0-9a-z]+)\.([0-9a-z]+)\.([\w-]{43})$/s.exec(pass);
  if (parts === null) return { state: 'forged' };
  const [, lane = '', ticket = '', expiry = '', signature = ''] = parts;
  const expected = signatureOf(`${lane}.${ticket}.${expiry}`, secret);
  if (!timingSafeEqual(expected, Buffer.from(signature, 'base64url'))) return { state: 'forged' };
  const claims = { lane, ticket: Number.parseInt(ticket, 36), expiresAt: Number.parseInt(expiry, 36) };
  return { state: claims.expiresAt > now ? 'valid' : 'expired', claims };
};
