import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hmacSha1, sha1 } from '../../../../models/protocols/otp/sha1.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

it('gives the hash of RFC 3174 for "abc" and for two blocks', () => {
  expect(hex(sha1(Buffer.from('abc')))).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
  const two = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq';
  expect(hex(sha1(Buffer.from(two)))).toBe('84983e441c3bd26ebaae4aa1f95129e5e54670f1');
});

it('is what OpenSSL says, for messages about the length of a block and keys shorter and longer than one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 130 }), fc.uint8Array({ maxLength: 130 }), (key, message) => {
      expect(hex(sha1(message))).toBe(createHash('sha1').update(message).digest('hex'));
      expect(hex(hmacSha1(key, message))).toBe(createHmac('sha1', key).update(message).digest('hex'));
    }),
    { numRuns: 200, seed: 1 },
  );
});
