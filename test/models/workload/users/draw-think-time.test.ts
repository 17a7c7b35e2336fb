import { describe, expect, it } from 'vitest';
import { thinkTime } from '../../../../models/workload/users/draw-think-time.ts';
import { randomFrom } from '../../../../models/workload/users/random.ts';
import type { ThinkTimeSpec } from '../../../../models/workload/users/think-time.ts';

const COUNT = 20_000;

/** A share of a sample equals its theory within four standard errors of a binomial share. */
function expectShare(values: readonly number[], upTo: number, theory: number): void {
  const share = values.filter((value) => value <= upTo).length / values.length;
  expect(Math.abs(share - theory)).toBeLessThan(4 * Math.sqrt((theory * (1 - theory)) / values.length));
}

function sample(spec: ThinkTimeSpec, seed: number): number[] {
  const random = randomFrom(seed);
  return Array.from({ length: COUNT }, () => thinkTime(spec, random));
}

describe('thinkTime', () => {
  it.each([
    [3_000, 10_000],
    [18_000, 45_000],
    [6_000, 40_000],
    [1, 1.1],
  ])('has median %d ms and 95 %% of people below %d ms when it is lognormal', (median, p95) => {
    const values = sample({ kind: 'lognormal', median, p95 }, median);
    expectShare(values, median, 0.5);
    expectShare(values, p95, 0.95);
    // Quantile 0.25 of a lognormal: median · exp(−0.674490·σ), with σ = ln(p95/median)/1.644854 (tables of the normal distribution).
    expectShare(values, median * Math.exp((-0.67449 * Math.log(p95 / median)) / 1.644854), 0.25);
  });

  it('is spread evenly between its bounds when it is uniform', () => {
    const values = sample({ kind: 'uniform', low: 500, high: 2_000 }, 1);
    expect(values.every((value) => value >= 500 && value < 2_000)).toBe(true);
    for (const share of [0.1, 0.5, 0.9]) expectShare(values, 500 + 1_500 * share, share);
  });

  it('is always the same when it is constant', () => {
    expect(thinkTime({ kind: 'constant', value: 750 }, randomFrom(1))).toBe(750);
  });

  it('has no spread when median and p95 are equal', () => {
    expect(thinkTime({ kind: 'lognormal', median: 5, p95: 5 }, randomFrom(1))).toBe(5);
  });
});
