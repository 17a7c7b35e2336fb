import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merchantNumber, merchantOf } from '../../../models/people/merchant.ts';

const number = fc.integer({ min: 1, max: 9_999 });

describe('a synthetic store', () => {
  it('has an account name that leads back to its number', () => {
    fc.assert(
      fc.property(number, (n) => {
        expect(merchantNumber(merchantOf(n).merchant)).toBe(n);
      }),
    );
  });

  it('has a name and a city that fit into a QR: Latin, at most 25 and 15 characters (EMVCo fields 59 and 60)', () => {
    fc.assert(
      fc.property(number, (n) => {
        expect(merchantOf(n).name).toMatch(/^[ -~]{1,25}$/);
        expect(merchantOf(n).city).toMatch(/^[ -~]{1,15}$/);
      }),
    );
  });

  it('is one of many, in several cities', () => {
    const stores = Array.from({ length: 500 }, (_, i) => merchantOf(i + 1));
    expect(new Set(stores.map(({ name }) => name)).size).toBe(500);
    expect(new Set(stores.map(({ city }) => city)).size).toBe(new Set(stores.map(({ region }) => region)).size);
    expect(new Set(stores.map(({ city }) => city)).size).toBe(8); // the table of cities has eight rows
  });

  it.each(['', 'm1', 'u0000001', 'm00001', "m0001' OR 1=1"])('is not %j', (text) => {
    expect(merchantNumber(text)).toBeNull();
  });
});
