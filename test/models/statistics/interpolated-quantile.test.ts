import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpolatedQuantile, interpolatedQuantileOf } from '../../../models/statistics/interpolated-quantile.ts';

describe('interpolatedQuantile', () => {
  it('interpolates as R does by default: quantile(c(1, 2, 3, 4), 0.1) is 1.3', () => {
    expect(interpolatedQuantile([1, 2, 3, 4], 0.1)).toBeCloseTo(1.3, 12);
    expect(interpolatedQuantileOf([4, 1, Number.NaN, 3, 2], 0.1)).toBeCloseTo(1.3, 12);
  });

  it('of no values is NaN', () => expect(interpolatedQuantileOf([], 0.5)).toBeNaN());

  it('lies between the smallest and the largest value, and never falls as the level rises', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, level) => {
          const sorted = Float64Array.from(values).sort();
          expect(interpolatedQuantile(sorted, level)).toBeGreaterThanOrEqual(sorted[0]! - 1e-6);
          expect(interpolatedQuantile(sorted, level)).toBeLessThanOrEqual(sorted.at(-1)! + 1e-6);
          expect(interpolatedQuantileOf(values, level)).toBeGreaterThanOrEqual(interpolatedQuantileOf(values, level / 2) - 1e-6);
        },
      ),
    );
  });
});
