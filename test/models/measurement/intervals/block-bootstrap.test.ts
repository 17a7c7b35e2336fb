import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileIntervals } from '../../../../models/measurement/intervals/block-bootstrap.ts';
import { createCellSum } from '../../../../models/measurement/packed-cells.ts';
import { exponential, randomFrom } from '../../../../models/workload/users/random.ts';
import { cellsOf } from '../lines.ts';

const sum = createCellSum();

const packed = (times: readonly number[]) => {
  sum.add(cellsOf(times));
  return sum.take();
};

/** Seconds of `n` independent exponential times of mean 100 ms. */
function exponentialRun(seed: number, seconds: number, n: number) {
  const random = randomFrom(seed);
  return new Map(Array.from({ length: seconds }, (_, s) => [s, packed(Array.from({ length: n }, () => 100 * exponential(random)))]));
}

describe('quantileIntervals', () => {
  it('covers the true quantile about 19 times out of 20', () => {
    // Quantiles of the exponential distribution: −mean · ln(1 − q).
    const truth = [0.5, 0.95].map((q) => -100 * Math.log(1 - q));
    const runs = Array.from({ length: 100 }, (_, seed) => quantileIntervals(exponentialRun(seed, 60, 20), [0.5, 0.95], seed));
    for (const [i, value] of truth.entries()) {
      const hits = runs.filter((intervals) => intervals[i]!.low <= value && value <= intervals[i]!.high).length;
      // Six blocks give slightly short intervals; fewer than 80 of 100 would be wrong for any reading of "95 %".
      expect(hits).toBeGreaterThanOrEqual(80);
    }
  });

  it('is wider when slow seconds come together than when they are scattered', () => {
    const width = (slow: (s: number) => boolean): number => {
      const run = new Map(Array.from({ length: 100 }, (_, s) => [s, packed(new Array<number>(10).fill(slow(s) ? 1_000 : 10))] as const));
      const interval = quantileIntervals(run, [0.75], 1)[0]!;
      return interval.high - interval.low;
    };
    expect(width((s) => s < 20)).toBeGreaterThan(900);
    expect(width((s) => s % 5 === 0)).toBe(0);
  });

  it('is reproducible by its seed and the same for every order of the seconds', () => {
    const run = exponentialRun(3, 40, 5);
    expect(quantileIntervals(new Map([...run].reverse()), [0.5, 0.9], 9)).toEqual(quantileIntervals(run, [0.5, 0.9], 9));
  });

  it('contains its quantile order: the interval of a higher quantile is not lower', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [p50, p95] = quantileIntervals(exponentialRun(seed, 12, 5), [0.5, 0.95], seed);
        expect(p95!.low).toBeGreaterThanOrEqual(p50!.low);
        expect(p95!.high).toBeGreaterThanOrEqual(p50!.high);
      }),
      { numRuns: 20 },
    );
  });

  it('knows nothing without samples and has no width with one', () => {
    expect(quantileIntervals(new Map(), [0.5], 1)).toEqual([null]);
    expect(quantileIntervals(new Map([[4, new Uint32Array()]]), [0.5], 1)).toEqual([null]);
    const [only] = quantileIntervals(new Map([[4, packed([100])]]), [0.5], 1);
    expect(only!.low).toBe(only!.high);
  });

  it('draws only seconds that have samples into account, so that a gap is no zero', () => {
    // Two busy seconds an hour apart: most resamples are empty and are left out.
    const [interval] = quantileIntervals(
      new Map([
        [0, packed([100])],
        [3_600, packed([100])],
      ]),
      [0.5],
      1,
    );
    expect(interval!.low).toBe(interval!.high);
  });
});
