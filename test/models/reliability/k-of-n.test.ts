import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kOfN } from '../../../models/reliability/k-of-n.ts';
import { expectRefusal } from '../refused.ts';

describe('kOfN', () => {
  // Reference note, section 2.12.
  it.each([
    [10, 0.904],
    [11, 0.9948],
    [12, 0.99979],
  ])('is right for 10 needed of %i at .99', (total, probability) =>
    expect(kOfN({ needed: 10, total, availability: 0.99 })).toBeCloseTo(probability, 3),
  );

  it('agrees with the sum of binomial terms, an independent derivation', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(30),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (total, wanted, availability) => {
          const needed = Math.min(wanted, total);
          let sum = 0;
          for (let k = needed; k <= total; k++) sum += choose(total, k) * availability ** k * (1 - availability) ** (total - k);
          expect(kOfN({ needed, total, availability })).toBeCloseTo(sum, 11);
        },
      ),
    );
  });

  it('knows certainty and holds for a million servers', () => {
    expect(kOfN({ needed: 3, total: 3, availability: 1 })).toBe(1);
    expect(kOfN({ needed: 1, total: 3, availability: 0 })).toBe(0);
    expect(kOfN({ needed: 0, total: 3, availability: 0 })).toBe(1);
    expect(kOfN({ needed: 500_000, total: 1_000_000, availability: 0.5 })).toBeCloseTo(0.5004, 4);
  });

  it('refuses more than there are', () =>
    expectRefusal(() => kOfN({ needed: 4, total: 3, availability: 0.9 }), 'out-of-range', /^needed: must be at most the total \(3\)/));
});
