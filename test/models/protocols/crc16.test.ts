import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc16 } from '../../../models/protocols/crc16.ts';

/** The same checksum by long division of the bits, over the bytes Node makes of the text. */
function slowCrc16(text: string): string {
  const bits = [...Buffer.from(text, 'utf8')].flatMap((byte) => Array.from({ length: 8 }, (_, i) => (byte >> (7 - i)) & 1));
  let register = 0xffff;
  for (const bit of bits) {
    const out = ((register >> 15) & 1) ^ bit;
    register = (register << 1) & 0xffff;
    if (out === 1) register ^= 0x1021;
  }
  return register.toString(16).toUpperCase().padStart(4, '0');
}

describe('crc16', () => {
  it('is 29B1 for the digits 1 to 9', () => {
    expect(crc16('123456789')).toBe('29B1'); // check value of CRC-16/CCITT-FALSE in the catalogue of parametrised CRC algorithms
  });

  it('is A13A for the sample QR of EMVCo, Chinese names included', () => {
    // EMVCo QRCPS Merchant-Presented Mode 1.1, sample payload; its own field 63 says A13A.
    const sample = [
      '00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING',
      '64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304',
    ].join('');
    expect(crc16(sample)).toBe('A13A');
  });

  it('equals long division for any text, lone surrogates included', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('', 'é', '한글', '😀', 'a\ud800b', '\udc00')),
        (text) => {
          expect(crc16(text)).toBe(slowCrc16(text));
        },
      ),
      { numRuns: 200 },
    );
  });
});
