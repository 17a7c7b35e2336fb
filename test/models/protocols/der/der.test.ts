import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DerError, derAt, members, wholeDer } from '../../../../models/protocols/der/read-der.ts';
import { derValue, objectIdentifier, octets, sequence, smallNumber, wholeNumber } from '../../../../models/protocols/der/write-der.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('DER', () => {
  it.each([
    // X.690 (2021), 8.3, 8.19 and 10.1, by hand; the identifier of SHA-256 is in every certificate.
    ['a small number', smallNumber(5), '020105'],
    ['a number whose first bit is 1', smallNumber(200), '020200c8'],
    ['nought', smallNumber(0), '020100'],
    ['a number with zeros in front', wholeNumber(Uint8Array.of(0, 0, 1, 2)), '02020102'],
    ['an identifier', objectIdentifier('2.16.840.1.101.3.4.2.1'), '0609608648016503040201'],
    ['a length of one byte', octets(new Uint8Array(127)).subarray(0, 2), '047f'],
    ['a length of two bytes', octets(new Uint8Array(128)).subarray(0, 3), '048180'],
    ['a length of three bytes', octets(new Uint8Array(256)).subarray(0, 4), '04820100'],
  ])('writes %s as the standard has it', (_, bytes, expected) => expect(hex(bytes)).toBe(expected));

  it('is read back as it was written, at any length', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }), (parts) => {
        const whole = sequence(...parts.map(octets));
        expect(members(wholeDer(whole, 0x30)).map(({ contents }) => hex(contents))).toEqual(parts.map(hex));
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a tag alone', '30'],
    ['an indefinite length', '30800000'],
    ['a long form of a short length', '048101aa'],
    ['a length with a zero in front', `04820080${'00'.repeat(128)}`],
    ['a length beyond the end', '0405aabb'],
    ['a length of five bytes', '048500000000010a'],
    ['a tag of several bytes', '1f8101aa'],
  ])('refuses %s', (_, text) => expect(() => derAt(Buffer.from(text, 'hex'))).toThrow(DerError));

  it('refuses bytes behind the end, and another tag', () => {
    expect(() => wholeDer(Buffer.from('04000400', 'hex'), 0x04)).toThrow('behind');
    expect(() => wholeDer(derValue(0x31), 0x30)).toThrow('tag 49 where 48');
  });

  it('never reads beyond the bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          expect(derAt(bytes).whole.length).toBeLessThanOrEqual(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(DerError);
        }
      }),
    );
  });
});
