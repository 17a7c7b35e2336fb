import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merchantOf } from '../../../models/people/merchant.ts';
import { crc16 } from '../../../models/protocols/crc16.ts';
import { emvPayload, legacyPayload, parseEmvPayload } from '../../../models/protocols/emv-qr.ts';

const store = { merchant: 'm0042', name: 'Market stall 0042', city: 'Seoul' };
const text = (longest: number) => fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: longest });

/** A payload with another body and a CRC that fits it. */
const signed = (body: string) => body + crc16(body);

describe('a store QR', () => {
  it('carries the bill of one purchase where a terminal shows it, and is refused when the bill is not whole', () => {
    const bill = { amount: 12_300, reference: 'b-1' };
    const payload = emvPayload(store, bill);
    expect(payload).toContain('010212');
    expect(payload).toContain('540512300');
    expect(payload).toContain('62070503b-1');
    expect(parseEmvPayload(payload)).toEqual({ ...store, bill });
    for (const [whole, broken] of [
      ['540512300', ''],
      ['540512300', '540501230'],
      ['62070503b-1', ''],
    ] as const)
      expect(parseEmvPayload(signed(payload.slice(0, -4).replace(whole, broken)))).toBeNull();
  });

  it('is refused when it is one of before the merger, however well it is made', () => {
    expect(parseEmvPayload(legacyPayload(store))).toBeNull();
  });

  it('is built from fields of identifier, length and value, in won and for Korea', () => {
    // Written out by hand from the field table of EMVCo Merchant-Presented Mode; the last four digits are the CRC.
    const fields = [
      '000201',
      '010211',
      '2635',
      '0022com.example.surgeproof',
      '0105m0042',
      '52045411',
      '5303410',
      '5802KR',
      '5917Market stall 0042',
      '6005Seoul',
      '6304',
    ].join('');
    expect(emvPayload(store)).toBe(signed(fields));
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(text(40), text(25), text(15), (merchant, name, city) => {
        expect(parseEmvPayload(emvPayload({ merchant, name, city }))).toEqual({ merchant, name, city });
      }),
    );
  });

  it('counts characters, not bytes, so that Hangul fits', () => {
    const hangul = { merchant: 'm0001', name: '온누리 시장 1호', city: '서울' };
    expect(emvPayload(hangul)).toContain('5909온누리 시장 1호6002서울');
    expect(parseEmvPayload(emvPayload(hangul))).toEqual(hangul);
  });

  it('is refused after any one character has changed', () => {
    const payload = emvPayload(merchantOf(7));
    fc.assert(
      fc.property(fc.nat(payload.length - 1), fc.integer({ min: 1, max: 94 }), (at, by) => {
        const changed = String.fromCharCode(32 + ((payload.charCodeAt(at) - 32 + by) % 95));
        expect(parseEmvPayload(payload.slice(0, at) + changed + payload.slice(at + 1))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['another scheme', signed('00020126230009com.other0106m004221530341059012A6001B6304')],
    ['another currency', signed(emvPayload(store).slice(0, -4).replace('5303410', '5303840'))],
    ['another format', signed(emvPayload(store).slice(0, -4).replace('000201', '000202'))],
    ['no city', signed(emvPayload(store).slice(0, -4).replace('6005Seoul', ''))],
    ['no name', signed(emvPayload(store).slice(0, -4).replace('5917Market stall 0042', ''))],
    ['no account', signed(emvPayload(store).slice(0, -4).replace('26350022com.example.surgeproof0105m0042', ''))],
    ['a field twice', signed(emvPayload(store).slice(0, -4).replace('5802KR', '5802KR5802KR'))],
    ['an empty field', signed(emvPayload(store).slice(0, -4).replace('5802KR', '5800'))],
    ['a field longer than the text', signed(emvPayload(store).slice(0, -4).replace('5802KR', '5899KR'))],
    ['letters for a length', signed(emvPayload(store).slice(0, -4).replace('5802KR', '58XXKR'))],
    ['no checksum field', signed('000201')],
    ['600 characters', signed(`0002019999${'x'.repeat(600)}6304`)],
  ])('is refused with %s, even when its CRC fits', (_, payload) => {
    expect(parseEmvPayload(payload)).toBeNull();
  });

  it('is not found in any other text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((body) => signed(`${body}6304`)),
        ),
        (anything) => {
          expect(parseEmvPayload(anything)).toBeNull();
        },
      ),
    );
  });

  it('cannot be made with a name or city that does not fit', () => {
    expect(() => emvPayload({ ...store, name: 'x'.repeat(26) })).toThrow('QR field 59: must have 1 to 25 characters, got 26');
    expect(() => emvPayload({ ...store, city: 'x'.repeat(16) })).toThrow('QR field 60: must have 1 to 15 characters, got 16');
    expect(() => emvPayload({ ...store, merchant: '' })).toThrow('QR field 01: must have 1 to 99 characters, got 0');
  });
});
