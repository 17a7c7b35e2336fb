import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSession, signSession } from '../../../../reference-service/shared/access/session-token.ts';

fc.configureGlobal({ seed: 1 });

it('reads back what was signed with the same secret, and nothing signed with another', () => {
  const session = { id: randomUUID(), user: 123 };
  const cookie = signSession(session, 'here');
  expect(readSession(cookie, 'here')).toEqual(session);
  expect(readSession(cookie, 'there')).toBeNull();
});

it('takes no text for a session that differs in a single character', () => {
  const cookie = signSession({ id: randomUUID(), user: 42 }, 'here');
  fc.assert(
    fc.property(fc.nat(cookie.length - 1), fc.constantFrom(...'09afxZ-_.'), (at, character) => {
      const changed = cookie.slice(0, at) + character + cookie.slice(at + 1);
      // The last character of a base64url signature carries two bits that are not part of it.
      fc.pre(changed !== cookie && at < cookie.length - 1);
      expect(readSession(changed, 'here')).toBeNull();
    }),
  );
});

it('never throws, whatever the cookie says', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readSession(text, 'here')).toBeNull();
    }),
  );
  expect(readSession(undefined, 'here')).toBeNull();
});
