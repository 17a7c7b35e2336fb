import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawStream,
  exponential,
  normal,
  type Random,
  randomFrom,
  STREAM_WORDS,
  streamSeeder,
} from '../../../../models/workload/users/random.ts';

const draws = (random: Random, count: number) => Array.from({ length: count }, random);

/** Σ (observed − expected)²/expected over equal bins of [0, 1). */
function chiSquare(values: readonly number[], bins: number): number {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) counts[Math.floor(value * bins)]!++;
  const expected = values.length / bins;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** 99.9 % quantile of chi-square with 99 degrees of freedom (statistical tables). */
const CHI_SQUARE_99 = 148.23;

describe('a random stream', () => {
  it('repeats itself for the same parts', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat(), { maxLength: 4 }), (parts) => {
        expect(draws(randomFrom(...parts), 20)).toEqual(draws(randomFrom(...parts), 20));
      }),
    );
  });

  it('is the same when the last part is mixed in later', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat(), { maxLength: 3 }), fc.maxSafeNat(), (parts, last) => {
        const state = new Int32Array(STREAM_WORDS);
        streamSeeder(...parts)(state, 0, last);
        expect(draws(() => drawStream(state, 0), 10)).toEqual(draws(randomFrom(...parts, last), 10));
      }),
    );
  });

  it('is another one for other parts, in another order, or beyond 32 bits', () => {
    const first = (...parts: number[]) => draws(randomFrom(...parts), 4).join();
    const streams = [first(), first(0), first(0, 0), first(1, 2), first(2, 1), first(1, 2, 0), first(2 ** 32 + 1, 2)];
    expect(new Set(streams).size).toBe(streams.length);
  });

  it('stays in [0, 1)', () => {
    expect(draws(randomFrom(3), 100_000).every((value) => value >= 0 && value < 1)).toBe(true);
  });

  it('is uniform along the stream', () => {
    expect(chiSquare(draws(randomFrom(7, 7), 100_000), 100)).toBeLessThan(CHI_SQUARE_99);
  });

  it('is uniform across neighbouring users: first draws of 100,000 of them', () => {
    const firsts = Array.from({ length: 100_000 }, (_, user) => randomFrom(1, user)());
    expect(chiSquare(firsts, 100)).toBeLessThan(CHI_SQUARE_99);
  });

  it('does not tie neighbours together: correlation of 10,000 pairs within four standard errors of 0', () => {
    const pairs = Array.from({ length: 10_000 }, (_, user) => [randomFrom(5, user)(), randomFrom(5, user + 1)()] as const);
    const covariance = pairs.reduce((sum, [a, b]) => sum + (a - 0.5) * (b - 0.5), 0) / pairs.length;
    // Uniform numbers have variance 1/12, so that a correlation of independent ones has standard error 1/√n.
    expect(Math.abs(covariance * 12)).toBeLessThan(4 / Math.sqrt(pairs.length));
  });
});

const COUNT = 100_000;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('normal', () => {
  it('has mean 0 and variance 1, within four standard errors', () => {
    const random = randomFrom(11);
    const values = draws(() => normal(random), COUNT);
    expect(Math.abs(mean(values))).toBeLessThan(4 / Math.sqrt(COUNT));
    // The variance of a normal sample has standard error √(2/n).
    expect(Math.abs(mean(values.map((value) => value * value)) - 1)).toBeLessThan(4 * Math.sqrt(2 / COUNT));
  });
});

describe('exponential', () => {
  it('has mean 1 and variance 1, within four standard errors', () => {
    const random = randomFrom(13);
    const values = draws(() => exponential(random), COUNT);
    expect(Math.abs(mean(values) - 1)).toBeLessThan(4 / Math.sqrt(COUNT));
    // Fourth central moment of the exponential is 9, so that (x − 1)² has variance 8.
    expect(Math.abs(mean(values.map((value) => (value - 1) ** 2)) - 1)).toBeLessThan(4 * Math.sqrt(8 / COUNT));
  });

  it('is never infinite, even at the largest number below 1', () => {
    expect(exponential(() => 1 - 2 ** -32)).toBeCloseTo(32 * Math.LN2, 9); // −ln 2^−32
  });
});
