import { describe, expect, it } from 'vitest';
import { thinkTime } from '../../../models/workload/users/draw-think-time.ts';
import { randomFrom } from '../../../models/workload/users/random.ts';
import { steps } from '../../../scenarios/onnuri/steps.ts';
import { thinkTimes } from '../../../scenarios/onnuri/think-times.ts';

const COUNT = 100_000;

describe('the table of think times', () => {
  // The acts and their quantiles are those named in the ground of each entry.
  it.each([
    ['identity-send', { median: 8_000, p95: 25_000 }, { median: 18_000, p95: 45_000 }],
    ['identity-confirm', { median: 6_000, p95: 40_000 }, { median: 6_000, p95: 18_000 }],
  ] as const)('gives %s the median and 95 %% quantile of its two acts in a row, within 3 %%', (step, first, second) => {
    const random = randomFrom(17);
    const sums = Array.from(
      { length: COUNT },
      () => thinkTime({ kind: 'lognormal', ...first }, random) + thinkTime({ kind: 'lognormal', ...second }, random),
    ).sort((a, b) => a - b);
    // Standard errors of the two quantiles of 100,000 draws are 0.4 % and 0.7 %.
    const { median, p95 } = thinkTimes[step];
    expect(Math.abs(sums[COUNT / 2]! / median - 1)).toBeLessThan(0.03);
    expect(Math.abs(sums[COUNT * 0.95]! / p95 - 1)).toBeLessThan(0.03);
  });

  it('knows only steps, with medians below their 95 % quantiles and a ground for each', () => {
    for (const [step, spec] of Object.entries(thinkTimes)) {
      expect(Object.keys(steps)).toContain(step);
      expect(spec.p95).toBeGreaterThan(spec.median);
      expect(spec.ground.source).not.toBe('');
    }
  });
});
