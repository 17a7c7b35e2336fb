import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burstFactor } from '../../../../../models/demand/peak/burst-factor.ts';
import { countProbability, countQuantile, expectedMaximum } from '../../../../../models/demand/peak/second/negative-binomial.ts';

describe('counts in a second', () => {
  // Expected maxima of 3,600 draws over the mean, computed with R (pnbinom, ppois).
  it.each([
    [1, 1, 6.182],
    [10, 1, 2.3175],
    [100, 1, 1.3786],
    [1000, 1, 1.1156],
    [10, 1.5, 2.788],
    [10, 3, 4.001],
    [10, 10, 8.559],
    [100, 1.5, 1.48],
    [100, 3, 1.724],
    [100, 10, 2.529],
    [1000, 1.5, 1.143],
    [1000, 3, 1.207],
    [1000, 10, 1.398],
  ])('has the busiest of 3,600 seconds with mean %d and variance ratio %d at %d times the mean', (mean, ratio, factor) =>
    expect(burstFactor(mean, ratio)).toBeCloseTo(factor, 3 - Number(ratio !== 1)),
  );

  it('meets the measured 7.84 of NASA 1995 at 1.28 a second with ratio 1.48 within 5 %', () =>
    expect(Math.abs(burstFactor(1.28, 1.48) / 7.84 - 1)).toBeLessThan(0.05));

  it('has the Poisson quantiles of R: qpois(1 - 1/3600) of 1, 10, 100, 1000', () =>
    expect([1, 10, 100, 1000].map((mean) => countQuantile(1 - 1 / 3600, mean, 1))).toEqual([6, 23, 136, 1111]));

  it('adds up to 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 50, noNaN: true }), fc.double({ min: 1, max: 8, noNaN: true }), (mean, ratio) => {
        let sum = 0;
        for (let count = 0; count < 500; count++) sum += countProbability(count, mean, ratio);
        expect(sum).toBeCloseTo(1, 6);
      }),
      { numRuns: 20 },
    );
  });

  it('ends for a quantile that rounding makes unreachable', () => expect(countQuantile(1, 3, 2)).toBeGreaterThan(10));

  it('expects the mean from one window', () => expect(expectedMaximum(1, 40, 2)).toBeCloseTo(40, 5));
});
