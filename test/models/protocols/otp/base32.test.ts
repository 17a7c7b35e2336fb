import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base32, base32Bytes } from '../../../../models/protocols/otp/base32.ts';

it('spells the vectors of RFC 4648, section 10, without their padding', () => {
  const vectors = { '': '', f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' };
  for (const [text, spelt] of Object.entries(vectors)) expect(base32(Buffer.from(text))).toBe(spelt);
});

it('reads what it wrote, with padding and in small letters too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect([...base32Bytes(base32(bytes))]).toEqual([...bytes]);
      expect([...base32Bytes(`${base32(bytes).toLowerCase()}===`)]).toEqual([...bytes]);
    }),
    { numRuns: 100, seed: 1 },
  );
});

it('refuses what is none of its letters, by name', () => {
  expect(() => base32Bytes('MZ1W6')).toThrow('base32: must hold letters and the digits 2 to 7, got "1"; check the secret');
});
