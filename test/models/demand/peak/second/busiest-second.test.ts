import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busiestSecond } from '../../../../../models/demand/peak/second/busiest-second.ts';
import { highestCount } from '../../../../../models/demand/peak/second/highest-count.ts';
import { countProbability, expectedMaximum } from '../../../../../models/demand/peak/second/negative-binomial.ts';
import { randomFrom } from '../../../../../models/workload/users/random.ts';

const SECONDS = 3600;

/** The law added up from 0, as it is written. */
function slowQuantile(windows: number, mean: number, ratio: number, level: number): number {
  let below = 0;
  for (let count = 0; ; count++) {
    below += countProbability(count, mean, ratio);
    if (below ** windows >= level || count > 100 * (mean + 10 * ratio)) return count;
  }
}

/** The highest of the seconds of each hour, each second drawn from the law by its cumulated probabilities. */
function simulated(hours: readonly number[], ratio: number, seed: number): number[] {
  const random = randomFrom(seed, 7);
  return hours.map((hour) => {
    const cumulated: number[] = [];
    for (let count = 0, below = 0; below < 1 - 1e-12 && count < 2_000; count++) {
      below += countProbability(count, hour / SECONDS, ratio);
      cumulated.push(below);
    }
    let most = 0;
    for (let s = 0; s < SECONDS; s++) {
      const chance = random();
      while (most < cumulated.length - 1 && cumulated[most]! < chance) most++;
    }
    return most;
  });
}

const shareAtOrBelow = (values: readonly number[], limit: number): number =>
  values.filter((value) => value <= limit).length / values.length;

describe('the busiest second', () => {
  it('has the quantiles of its exact law, added up from the other end', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 300, noNaN: true }),
        fc.double({ min: 1, max: 6, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (mean, ratio, level) => {
          expect(highestCount(SECONDS, mean, ratio, level)).toBe(slowQuantile(SECONDS, mean, ratio, level));
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  it('lies between 147 and 162 at 100 a second and a ratio of 1.48, of which the expected maximum knows nothing', () => {
    // P50 and P99 of the maximum alone of the law, in R: qnbinom(0.99^(1/3600), size = 100/0.48, mu = 100).
    expect([0.5, 0.99].map((level) => highestCount(SECONDS, 100, 1.48, level))).toEqual([147, 162]);
    expect(expectedMaximum(SECONDS, 100, 1.48)).toBeGreaterThan(147);
    expect(expectedMaximum(SECONDS, 100, 1.48)).toBeLessThan(149);
  });

  it('is as high as in a simulation of hours that are uncertain themselves', () => {
    const random = randomFrom(5);
    // Hours of 20 a second, half to one and a half of it.
    const hours = Array.from({ length: 1_200 }, () => 72_000 * (0.5 + random()));
    const said = busiestSecond(Float64Array.from(hours), 1.5, 1);
    const came = simulated(hours, 1.5, 2);
    // Three standard errors of a share of 1,200.
    for (const [level, quantile] of [
      [0.5, said.p50],
      [0.9, said.p90],
      [0.99, said.p99],
    ] as const)
      expect(Math.abs(shareAtOrBelow(came, quantile) - level)).toBeLessThan(3 * Math.sqrt((level * (1 - level)) / 1_200) + 0.02);
  });

  it('would fail that check as expected maxima at the quantiles of a known hour', () => {
    const came = simulated(new Array<number>(400).fill(360_000), 1.48, 3);
    expect(shareAtOrBelow(came, expectedMaximum(SECONDS, 100, 1.48))).toBeLessThan(0.75);
    expect(shareAtOrBelow(came, busiestSecond(new Float64Array(2_000).fill(360_000), 1.48, 1).p99)).toBeGreaterThan(0.97);
  });

  it('is nothing in an hour without arrivals, and rises with the hour', () => {
    expect(busiestSecond(new Float64Array(9), 1.5, 1).p99).toBe(0);
    expect([1, 1e3, 1e5, 1e7].map((mean) => highestCount(SECONDS, mean, 1.5, 0.9) > mean)).toEqual([true, true, true, true]);
  });
});
