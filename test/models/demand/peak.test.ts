import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predictiveFactor } from '../../../models/demand/forecast/predictive-factor.ts';
import { adoptedBy, adoptionPeak } from '../../../models/demand/launch/bass.ts';
import { burstFactor } from '../../../models/demand/peak/burst-factor.ts';
import { fitExtremeValue, returnLevel } from '../../../models/demand/peak/generalised-extreme-value.ts';
import { fitTail, tailQuantile } from '../../../models/demand/peak/generalised-pareto.ts';
import { jointPaths } from '../../../models/demand/peak/joint-paths.ts';
import { logGamma } from '../../../models/demand/peak/log-gamma.ts';
import { countProbability, countQuantile, expectedMaximum } from '../../../models/demand/peak/negative-binomial.ts';
import { nelderMead } from '../../../models/demand/peak/nelder-mead.ts';
import { independentWindows, type PastErrors } from '../../../models/demand/peak/past-errors.ts';
import { calibratedPaths, peakCalibration } from '../../../models/demand/peak/peak-calibration.ts';
import { referenceLoads } from '../../../models/demand/peak/reference-loads.ts';
import { normal, randomFrom } from '../../../models/workload/users/random.ts';

interface Oracles {
  readonly portpirie: { readonly annual_max_m: number[] };
  readonly danish: { readonly exceedances: number[]; readonly n_total: number };
}
const oracles = JSON.parse(readFileSync(new URL('../../fixtures/demand/extreme-values.json', import.meta.url), 'utf8')) as Oracles;

describe('extreme values', () => {
  it('fits Port Pirie as R evd and Coles (2001) do: 3.8748, 0.1980, -0.0501, likelihood 4.3391; return levels 4.2962 and 4.6884', () => {
    const fit = fitExtremeValue(oracles.portpirie.annual_max_m)!;
    expect(fit.location).toBeCloseTo(3.87475, 4);
    expect(fit.scale).toBeCloseTo(0.198, 4);
    expect(fit.shape).toBeCloseTo(-0.0501, 4);
    expect(fit.deviance).toBeCloseTo(-4.3391, 4);
    expect(returnLevel(fit, 10)).toBeCloseTo(4.2962, 4);
    expect(returnLevel(fit, 100)).toBeCloseTo(4.6884, 4);
  });

  it('fits Danish fire claims above 10 as R fExtremes and McNeil (1997) do: 6.9755, 0.4970; quantiles 27.290, 40.173, 94.340', () => {
    const { exceedances, n_total } = oracles.danish;
    const fit = fitTail([...exceedances, ...Array.from({ length: n_total - exceedances.length }, () => 1)], 10)!;
    expect(fit.scale).toBeCloseTo(6.9755, 3);
    expect(fit.shape).toBeCloseTo(0.497, 3);
    expect(fit.scaleError).toBeCloseTo(1.113, 0);
    expect(fit.shapeError).toBeCloseTo(0.136, 1);
    expect([0.99, 0.995, 0.999].map((level) => tailQuantile(fit, level).toFixed(2))).toEqual(['27.29', '40.17', '94.34']);
  });

  it('refuses a tail of fewer than 30 values, and a distribution of fewer than 20 maxima', () => {
    expect(
      fitTail(
        Array.from({ length: 29 }, (_, i) => 11 + i),
        10,
      ),
    ).toBeNull();
    expect(fitExtremeValue([1, 2, 3])).toBeNull();
  });

  it('returns what it was drawn from: Gumbel maxima by inversion', () => {
    const maxima = Array.from({ length: 500 }, (_, i) => 10 - 2 * Math.log(-Math.log((i + 0.5) / 500)));
    const fit = fitExtremeValue(maxima)!;
    expect(fit.location).toBeCloseTo(10, 0);
    expect(fit.scale).toBeCloseTo(2, 1);
    expect(fit.shape).toBeCloseTo(0, 1);
  });
});

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

  it('knows log gamma of one half: ln √π', () => expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12));
  it('knows log gamma of one tenth: 2.252712651734206 (Abramowitz and Stegun, by reflection)', () =>
    expect(logGamma(0.1)).toBeCloseTo(2.252712651734206, 12));
});

describe('reference loads', () => {
  it('are means of the highest days, unknown days left out', () => {
    const loads = referenceLoads([...Array.from({ length: 100 }, (_, i) => i + 1), Number.NaN]);
    expect(loads).toEqual({ highest: 100, top5: 98, top30: 85.5, p95: 95.05, mean: 50.5 });
  });
  it('of nothing are unknown', () => expect(Number.isNaN(referenceLoads([]).highest)).toBe(true));
});

describe('Bass curve', () => {
  it('has the values of p 0.03, q 0.38, m a million: 35,758; 85,056; 150,500; 233,150; 331,199, and its peak of 110,592 at 6.1926', () => {
    const adoption = { market: 1e6, innovation: 0.03, imitation: 0.38 };
    expect([1, 2, 3, 4, 5].map((time) => Math.round(adoptedBy(adoption, time)))).toEqual([35_758, 85_056, 150_500, 233_150, 331_199]);
    expect(adoptionPeak(adoption).time).toBeCloseTo(6.1926, 4);
    expect(Math.round(adoptionPeak(adoption).rate)).toBe(110_592);
    expect(Math.round(adoptedBy(adoption, adoptionPeak(adoption).time))).toBe(460_526);
  });
  it('peaks at once when nobody imitates', () =>
    expect(adoptionPeak({ market: 100, innovation: 0.5, imitation: 0.1 })).toEqual({ time: 0, rate: 50 }));
});

describe('simplex', () => {
  it('finds the minimum of Rosenbrock at (1, 1)', () => {
    const { at } = nelderMead(([x, y]) => (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2, [-1.2, 1], [0.5, 0.5]);
    expect(at[0]).toBeCloseTo(1, 4);
    expect(at[1]).toBeCloseTo(1, 4);
  });
  it('walks around places where the function is not a number', () =>
    expect(nelderMead(([x]) => Math.sqrt(x! - 1) + (x! - 2) ** 2, [1.5], [-3]).at[0]).toBeGreaterThan(0.99));
});

describe('joint futures', () => {
  const path = Float64Array.from({ length: 14 }, (_, k) => 3 + k / 10);
  const errors = Array.from({ length: 20 }, (_, i) =>
    Float64Array.from({ length: 14 }, (_, k) => (k === 3 && i % 2 ? Number.NaN : 0.01 * (i - 10) + 0.02 * Math.sin(i + k))),
  );
  const past = { errors, said: errors.map(() => path), age: errors.map((_, i) => 30 + 20 * i), block: 7, perDay: 1, methods: 3 };

  it('are the same for the same seed, and others for another', () => {
    expect(jointPaths(path, past, 20, 1, 1)).toEqual(jointPaths(path, past, 20, 1, 1));
    expect(jointPaths(path, past, 20, 2, 1)).not.toEqual(jointPaths(path, past, 20, 1, 1));
  });

  it('spread as the errors do: twice as wide when widened by two', () => {
    const spread = (widen: number): number => {
      const last = jointPaths(path, past, 500, 1, widen).map((one) => one[13]!);
      return quantileSpread(last);
    };
    expect(spread(2) / spread(1)).toBeCloseTo(2, 6);
  });

  it('are the forecast itself when nothing is known of its errors', () => {
    const blind = { ...past, errors: [new Float64Array(14).fill(Number.NaN)], age: [30] };
    expect(jointPaths(path, blind, 3, 1, 1)).toEqual([path, path, path]);
  });
});

describe('futures of a short or odd past', () => {
  const path = new Float64Array(14);
  const made = (errors: Float64Array[], spacing: number): PastErrors => ({
    errors,
    said: errors.map(() => path),
    age: errors.map((_, i) => 14 + spacing * i),
    block: 7,
    perDay: 1,
    methods: 1,
  });

  it('are never further off than the largest error seen, however level and rest fall together', () => {
    const errors = Array.from({ length: 40 }, (_, i) =>
      Float64Array.from({ length: 14 }, (_, k) => (((i + k) % 3 === 0) === (i % 2 === 0) ? 2 : -1)),
    );
    const all = jointPaths(path, made(errors, 14), 400, 1, 1).flatMap((one) => [...one]);
    expect(Math.max(...all)).toBe(2);
    expect(Math.min(...all)).toBe(-1);
  });

  it('go to both sides when three windows were all too low', () => {
    const errors = [0.1, 0.2, 0.3].map((error) => new Float64Array(14).fill(error));
    const ends = jointPaths(path, made(errors, 14), 400, 1, 1).map((one) => one[0]!);
    expect(ends.filter((value) => value < 0).length).toBeGreaterThan(100);
  });

  it('prefer their season the more windows it has: errors of the same month of four years over those of all others', () => {
    const days = Array.from({ length: 100 }, (_, i) => 14 + 14 * i);
    const errors = days.map((age) => new Float64Array(14).fill(Math.min(age % 365.25, 365.25 - (age % 365.25)) <= 50 ? 1 : -1));
    const ends = jointPaths(path, made(errors, 14), 1000, 1, 1).filter((one) => one[0]! > 0).length;
    // 28 of 100 windows are of the season: 28/(28 + 3) of the draws, and 0.28 of the others.
    expect(ends / 1000).toBeGreaterThan(0.85);
  });
});

describe('the calibrated peak', () => {
  const random = randomFrom(4);
  const said = Array.from({ length: 60 }, () => new Float64Array(14));
  const past = (error: (i: number) => Float64Array): PastErrors => ({
    errors: said.map((_, i) => error(i)),
    said,
    age: said.map((_, i) => 14 + 14 * i),
    block: 7,
    perDay: 1,
    methods: 1,
  });
  const noise = (): Float64Array => Float64Array.from({ length: 14 }, () => 0.1 * normal(random));

  it('needs no change where errors are independent: shift within 0.02 of a noise of 0.1', () => {
    const { shift, stretch } = peakCalibration(past(noise), 1);
    expect(Math.abs(shift)).toBeLessThan(0.02);
    expect(Math.abs(Math.log(stretch))).toBeLessThan(0.4);
  });

  it('comes down where high windows are calm ones, which blocks of errors from other windows do not know: highest error always 1', () => {
    const calm = (i: number): Float64Array => {
      const level = i % 3 ? 0.5 : -0.5;
      return Float64Array.from({ length: 14 }, (_, k) => (i % 20 === 0 && k === 3 ? 2.5 : level + (k % 2 ? 1 : -1) * (1 - level)));
    };
    expect(peakCalibration({ ...past(calm), block: 2 }, 1).shift).toBeLessThan(-0.3);
  });

  it('leaves all as it is when no window is complete', () => {
    const holes = past(() => Float64Array.from({ length: 14 }, (_, k) => (k < 5 ? Number.NaN : 0.1)));
    expect(peakCalibration(holes, 1)).toEqual({ shift: 0, stretch: 1 });
    expect(peakCalibration({ ...holes, errors: [], said: [], age: [] }, 1)).toEqual({ shift: 0, stretch: 1 });
  });

  it('moves futures as wholes, and never below the highest quantile of a period', () => {
    const paths = [1, 2, 3, 4, 5].map((value) => Float64Array.of(value, 0));
    const moved = calibratedPaths(paths, { shift: -1, stretch: 2 }, 1, { p50: 0, p90: 0 });
    expect(moved.map((path) => path[0])).toEqual([0, 1, 2, 4, 6]);
    expect(moved.map((path) => path[0]! - path[1]!)).toEqual([1, 2, 3, 4, 5].map((value) => expect.closeTo(value, 9)));
    const kept = calibratedPaths(paths, { shift: -1, stretch: 1 }, 1, { p50: 2.5, p90: 6 });
    expect(kept[2]![0]).toBeCloseTo(2.5, 9);
    expect(0.6 * kept[4]![0]! + 0.4 * kept[3]![0]!).toBeCloseTo(6, 9);
    expect(calibratedPaths([Float64Array.of(1)], { shift: 0, stretch: 1 }, 1, { p50: 1, p90: 1 })).toEqual([Float64Array.of(1)]);
  });

  it('is wider for a short past: Student with 2 degrees of freedom is 4.303 wide, 1.96 normal', () => {
    expect(predictiveFactor(1e9, 5)).toBeCloseTo(1, 6);
    expect(predictiveFactor(4, 5) / Math.sqrt(1.25)).toBeGreaterThan(0.96 * (4.303 / 1.96));
    expect(predictiveFactor(15, 5) / Math.sqrt(1 + 1 / 15)).toBeCloseTo(2.228 / 1.96, 2);
  });

  it('counts windows side by side, none of none', () => expect(independentWindows([], 28)).toBe(0));
});

const quantileSpread = (values: number[]): number => {
  const sorted = values.sort((a, b) => a - b);
  return sorted[450]! - sorted[50]!;
};
