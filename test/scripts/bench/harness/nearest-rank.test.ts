import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestRank } from '../../../../scripts/bench/harness/nearest-rank.ts';

describe('nearestRank', () => {
  it('has at least a share q of the values at or below it, and less than that below', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.double({ min: 0.001, max: 1, noNaN: true }), (values, q) => {
        const sorted = Float64Array.from(values).sort();
        const answer = nearestRank(sorted, q);
        expect(sorted.filter((value) => value <= answer).length).toBeGreaterThanOrEqual(q * sorted.length);
        expect(sorted.filter((value) => value < answer).length).toBeLessThan(q * sorted.length);
      }),
    );
  });

  it('refuses to rank nothing', () => expect(() => nearestRank(new Float64Array(0), 0.5)).toThrow('got none'));
});
