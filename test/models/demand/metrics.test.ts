import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../../models/demand/metrics/coverage.ts';
import { meanAbsoluteError } from '../../../models/demand/metrics/mean-absolute-error.ts';
import { naiveError } from '../../../models/demand/metrics/naive-error.ts';
import { owa } from '../../../models/demand/metrics/owa.ts';
import { pinball } from '../../../models/demand/metrics/pinball.ts';
import { quantile, sortedQuantile } from '../../../models/demand/metrics/quantile.ts';
import { smape } from '../../../models/demand/metrics/smape.ts';

describe('metrics', () => {
  it('leave out what is not known', () => {
    const gap = [Number.NaN, 2];
    expect(naiveError([1, Number.NaN, 4, 6], 1)).toBe(2);
    expect([meanAbsoluteError([1, 3], gap), smape([1, 2], gap), pinball([1, 2], gap, 0.5), coverage([1, 2], gap)]).toEqual([1, 0, 0, 1]);
  });

  it('say that nothing is known of nothing', () => {
    const gap = [Number.NaN];
    const values = [
      naiveError([1], 7),
      meanAbsoluteError([1], gap),
      smape([1], gap),
      pinball([1], gap, 0.5),
      coverage([1], gap),
      quantile([], 0.5),
    ];
    expect(values.every(Number.isNaN)).toBe(true);
  });

  it('count two zeros as right in sMAPE', () => expect(smape([0], [0])).toBe(0));

  it('give the seasonal naive of M4 hourly its published OWA of 0.628 (13.912 and 1.193 against 18.383 and 2.395)', () =>
    expect(owa({ smape: 13.912, mase: 1.193 }, { smape: 18.383, mase: 2.395 })).toBeCloseTo(0.628, 2));

  it('has the true quantile as the best under pinball loss', () => {
    const values = Array.from({ length: 101 }, (_, i) => i);
    const loss = (q: number): number =>
      pinball(
        values.map(() => q),
        values,
        0.9,
      );
    expect(loss(90)).toBeLessThan(loss(80));
    expect(loss(90)).toBeLessThan(loss(96));
  });

  it('finds quantiles between the smallest and the largest, and never fewer for more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, level) => {
          const sorted = Float64Array.from(values).sort();
          expect(sortedQuantile(sorted, level)).toBeGreaterThanOrEqual(sorted[0]! - 1e-6);
          expect(sortedQuantile(sorted, level)).toBeLessThanOrEqual(sorted.at(-1)! + 1e-6);
          expect(quantile(values, level)).toBeGreaterThanOrEqual(quantile(values, level / 2) - 1e-6);
        },
      ),
    );
  });
});
