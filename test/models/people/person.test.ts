import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARRIERS, personOf, pinOf, userName, userNumber } from '../../../models/people/person.ts';

const number = fc.integer({ min: 1, max: 9_999_999 });

/** The check of Luhn, written from its definition: double every second digit from the right, add the digits, divisible by 10. */
function passesLuhn(card: string): boolean {
  const doubled = [...card].reverse().map((digit, i) => String(Number(digit) * (i % 2 === 1 ? 2 : 1)));
  const sum = [...doubled.join('')].reduce((total, digit) => total + Number(digit), 0);
  return sum % 10 === 0;
}

describe('the test of card numbers', () => {
  it('knows a valid card', () => {
    expect(passesLuhn('4242424242424242')).toBe(true); // well-known test card of payment providers
    expect(passesLuhn('4242424242424241')).toBe(false);
  });
});

describe('a synthetic person', () => {
  it('has a card of 16 digits that no real card can have', () => {
    fc.assert(
      fc.property(number, (n) => {
        const { card } = personOf(n);
        expect(card).toMatch(/^\d{16}$/);
        expect(passesLuhn(card)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has a phone number of the unassigned range and an address at example.com', () => {
    fc.assert(
      fc.property(number, (n) => {
        expect(personOf(n).phone).toMatch(/^010-0\d{3}-\d{4}$/);
        expect(personOf(n).email).toBe(`${userName(n)}@example.com`);
      }),
    );
  });

  it('holds nothing shaped like a resident registration number', () => {
    // Six digits of a date, a digit for century and sex, six more; with or without the hyphen.
    const shape = /(?<!\d)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])-?[0-9]\d{6}(?!\d)/;
    expect('900101-1234567').toMatch(shape);
    fc.assert(
      fc.property(number, (n) => {
        expect(JSON.stringify(personOf(n))).not.toMatch(shape);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same every time, and nobody else', () => {
    expect(personOf(123)).toEqual(personOf(123));
    const people = Array.from({ length: 5_000 }, (_, i) => personOf(i + 1));
    for (const field of ['user', 'phone', 'email', 'card'] as const) {
      expect(new Set(people.map((person) => person[field])).size).toBe(people.length);
    }
  });

  it('says that it is synthetic', () => {
    expect(personOf(1).synthetic).toBe(true);
  });

  it('has a carrier in the shares 40, 23, 20 and 17 %, within four standard errors', () => {
    const drawn = Array.from({ length: 10_000 }, (_, i) => personOf(i + 1).carrier);
    [0.4, 0.23, 0.2, 0.17].forEach((share, i) => {
      const observed = drawn.filter((carrier) => carrier === CARRIERS[i]).length / drawn.length;
      expect(Math.abs(observed - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / drawn.length));
    });
  });
});

describe('a PIN', () => {
  it('has six digits and follows from the number of the user alone', () => {
    fc.assert(
      fc.property(number, (n) => {
        expect(pinOf(n)).toMatch(/^\d{6}$/);
        expect(personOf(n).pin).toBe(pinOf(n));
      }),
    );
  });

  it('is spread over the million there are', () => {
    const pins = new Set(Array.from({ length: 10_000 }, (_, i) => pinOf(i + 1)));
    // 10,000 draws of 1,000,000 repeat 50 times on average (n²/2m), with a standard deviation of 7.
    expect(pins.size).toBeGreaterThan(10_000 - 50 - 4 * 7);
  });
});

describe('an account name', () => {
  it('leads back to its number', () => {
    fc.assert(
      fc.property(number, (n) => {
        expect(userNumber(userName(n))).toBe(n);
      }),
    );
  });

  it.each(['', 'u123', 'm0001', 'u00000012', 'u000012a', 'u0000123\n'])('is not %j', (text) => {
    expect(userNumber(text)).toBeNull();
  });
});
