import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceExponent } from '../../../models/statistics/chance-exponent.ts';

/** Binomial probability of k or more of n, by adding it up. */
function atLeast(n: number, k: number, p: number): number {
  let [sum, term] = [0, (1 - p) ** n];
  for (let i = 0; i <= n; i++) {
    if (i >= k) sum += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return sum;
}

describe('chanceExponent', () => {
  it('bounds the binomial tail from above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 0.9, noNaN: true }), fc.nat(60), (n, p, given) => {
        const k = Math.min(n, given);
        expect(atLeast(n, k, p)).toBeLessThanOrEqual(Math.exp(-chanceExponent(n, k, p)) * (1 + 1e-9));
      }),
    );
  });

  it('is exact where all of them are, and says nothing of fewer than expected', () => {
    // (1/200)²
    expect(chanceExponent(2, 2, 0.005)).toBeCloseTo(2 * Math.log(200), 12);
    expect(chanceExponent(100, 5, 0.05)).toBe(0);
    expect(chanceExponent(100, 1, 0.05)).toBe(0);
  });
});
