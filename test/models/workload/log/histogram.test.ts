import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUCKET_COUNT,
  bucketMid,
  bucketOf,
  countOf,
  decodeCells,
  encodeCells,
  maxOf,
  meanOf,
  mergeCells,
  quantile,
  sortedCells,
} from '../../../../models/workload/log/histogram.ts';

/** The range the histogram covers: 2^-10 to 2^24 ms. */
const LOWEST = 2 ** -10;
const HIGHEST = 2 ** 24;

/** Times spread evenly over the octaves, so that every scale is tried. */
const time = fc
  .double({ min: -10, max: 24, noNaN: true, maxExcluded: true })
  .map((exponent) => Math.min(2 ** exponent, HIGHEST * (1 - 2 ** -53)));
const times = fc.array(time, { minLength: 1, maxLength: 300 });
const share = fc.oneof(fc.constantFrom(0, 0.5, 0.95, 0.99, 0.999, 1), fc.double({ min: 0, max: 1, noNaN: true }));

/** Half a cell of 128 an octave: the proven bound, inside the promised 0.5 %. */
const BOUND = 1 / 256;

function histogramOf(values: readonly number[]): Map<number, number> {
  const histogram = new Map<number, number>();
  for (const value of values) histogram.set(bucketOf(value), (histogram.get(bucketOf(value)) ?? 0) + 1);
  return histogram;
}

/** Nearest rank, by sorting: exact. */
function exactQuantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(q * sorted.length)) - 1]!;
}

describe('a cell', () => {
  it('answers for every time in it within 1/256', () => {
    fc.assert(
      fc.property(time, (ms) => {
        expect(Math.abs(bucketMid(bucketOf(ms)) / ms - 1)).toBeLessThanOrEqual(BOUND);
      }),
      { numRuns: 2_000 },
    );
  });

  it('holds its own middle, for every cell there is', () => {
    for (let bucket = 0; bucket < BUCKET_COUNT; bucket++) expect(bucketOf(bucketMid(bucket))).toBe(bucket);
  });

  it('begins at its lower edge: just below, on and just above it', () => {
    const edge = 1 + 5 / 128; // the sixth cell of the octave that begins at 1 ms
    expect([edge * (1 - 2 ** -53), edge, edge * (1 + 2 ** -52)].map(bucketOf)).toEqual([1_284, 1_285, 1_285]);
  });

  it('takes times out of range into the first and the last cell', () => {
    expect([0, -0, -5, Number.MIN_VALUE, -Infinity, LOWEST].map(bucketOf)).toEqual([0, 0, 0, 0, 0, 0]);
    const last = BUCKET_COUNT - 1;
    expect([HIGHEST, Number.MAX_VALUE, Infinity, Number.NaN].map(bucketOf)).toEqual([last, last, last, last]);
    expect(bucketOf(HIGHEST * (1 - 2 ** -53))).toBe(last);
  });
});

describe('a quantile', () => {
  it('is within 0.5 % of the exact quantile of the same times', () => {
    fc.assert(
      fc.property(times, share, (values, q) => {
        const exact = exactQuantile(values, q);
        expect(Math.abs(quantile(histogramOf(values), q)! / exact - 1)).toBeLessThanOrEqual(BOUND);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never falls when more is asked for', () => {
    fc.assert(
      fc.property(times, share, share, (values, a, b) => {
        const histogram = histogramOf(values);
        expect(quantile(histogram, Math.min(a, b))!).toBeLessThanOrEqual(quantile(histogram, Math.max(a, b))!);
      }),
    );
  });

  it('is the same from sorted cells', () => {
    fc.assert(
      fc.property(times, share, (values, q) => {
        const histogram = histogramOf(values);
        expect(quantile(sortedCells(histogram), q)).toBe(quantile(histogram, q));
      }),
    );
  });

  it('is the largest time for a share above 1, which rounding may ask for', () => {
    expect(quantile(histogramOf([1, 2, 4]), 1 + 1e-9)).toBe(bucketMid(bucketOf(4)));
  });

  it('is nothing when nothing was recorded', () => {
    expect(quantile(new Map(), 0.5)).toBeNull();
    expect(quantile([], 0.5)).toBeNull();
  });
});

describe('count, mean and maximum', () => {
  it('agree with the exact ones, the times within 1/256', () => {
    fc.assert(
      fc.property(times, (values) => {
        const histogram = histogramOf(values);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        expect(countOf(histogram)).toBe(values.length);
        expect(Math.abs(meanOf(histogram)! / mean - 1)).toBeLessThanOrEqual(BOUND + 1e-12);
        expect(Math.abs(maxOf(histogram)! / Math.max(...values) - 1)).toBeLessThanOrEqual(BOUND);
      }),
    );
  });

  it('of nothing are 0, nothing and nothing', () => {
    expect([countOf(new Map()), meanOf(new Map()), maxOf(new Map())]).toEqual([0, null, null]);
  });
});

describe('the flat form', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(times, (values) => {
        const histogram = histogramOf(values);
        expect(new Map(decodeCells(encodeCells(histogram)))).toEqual(histogram);
      }),
    );
  });

  it('lists buckets in ascending order', () => {
    fc.assert(
      fc.property(times, (values) => {
        const buckets = decodeCells(encodeCells(histogramOf(values))).map(([bucket]) => bucket);
        expect(buckets).toEqual([...new Set(buckets)].sort((a, b) => a - b));
      }),
    );
  });

  it('merges to the histogram of all times, in any order', () => {
    fc.assert(
      fc.property(fc.array(times, { minLength: 1, maxLength: 5 }), (parts) => {
        const cells = parts.map((part) => encodeCells(histogramOf(part)));
        const [forward, backward] = [new Map<number, number>(), new Map<number, number>()];
        for (const part of cells) mergeCells(forward, part);
        for (const part of [...cells].reverse()) mergeCells(backward, part);
        expect(forward).toEqual(histogramOf(parts.flat()));
        expect(backward).toEqual(forward);
      }),
    );
  });
});
