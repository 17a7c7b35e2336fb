import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArrivalCurve } from '../../../../models/workload/arrivals/arrival-curve.ts';
import { arrivalTimes, type NextArrival } from '../../../../models/workload/arrivals/arrivals.ts';
import { arrivalCurve } from '../../../../models/workload/arrivals/curves/from-spec.ts';
import { randomFrom } from '../../../../models/workload/users/random.ts';
import { anyCurve } from '../curves/curve-arbitrary.ts';

/** A launch in small: nobody for 2 s, a step that decays, and a thin even stream. Brings about 50 people in 20 s. */
const launch = arrivalCurve({
  shape: 'sum',
  of: [
    { shape: 'constant', rate: 0.5 },
    { shape: 'step-decay', at: 2, peak: 6, hold: 4, halfLife: 2 },
  ],
});
const UNTIL = 20;

function all(next: NextArrival): number[] {
  const times: number[] = [];
  for (let time = next(); time !== null; time = next()) times.push(time);
  return times;
}

function draw(curve: ArrivalCurve, until: number, seed: number, vu: number, vus: number, even = false): number[] {
  const share = 1 / vus;
  return all(arrivalTimes({ curve, until, share, random: randomFrom(seed, vu), even, offset: vu / vus }));
}

function union(curve: ArrivalCurve, until: number, seed: number, vus: number, even = false): number[] {
  return Array.from({ length: vus }, (_, vu) => draw(curve, until, seed, vu, vus, even))
    .flat()
    .sort((a, b) => a - b);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean and variance of a sample of counts are those of a Poisson distribution, within four standard errors. */
function expectPoisson(counts: readonly number[], expected: number): void {
  const average = mean(counts);
  const variance = mean(counts.map((count) => (count - average) ** 2));
  expect(Math.abs(average - expected)).toBeLessThan(4 * Math.sqrt(expected / counts.length));
  // The sample variance of a Poisson count has variance (λ + 2λ²)/n.
  expect(Math.abs(variance - expected)).toBeLessThan(4 * Math.sqrt((expected + 2 * expected ** 2) / counts.length));
}

const seeds = Array.from({ length: 2_000 }, (_, seed) => seed);

describe('Poisson arrivals', () => {
  it('number Λ(T) with the variance of a Poisson process', () => {
    expectPoisson(
      seeds.map((seed) => draw(launch, UNTIL, seed, 0, 1).length),
      launch.arrivalsUntil(UNTIL),
    );
  });

  it('number Λ(T)/n on each of n VUs', () => {
    for (const vu of [0, 3]) {
      expectPoisson(
        seeds.map((seed) => draw(launch, UNTIL, seed, vu, 4).length),
        launch.arrivalsUntil(UNTIL) / 4,
      );
    }
  });

  it('are, split over VUs and put together, the whole process', () => {
    const unions = seeds.map((seed) => union(launch, UNTIL, seed, 4));
    expectPoisson(
      unions.map((times) => times.length),
      launch.arrivalsUntil(UNTIL),
    );
    // Independent increments: counts of the surge alone, and of the quiet seconds before it, are Poisson too.
    expectPoisson(
      unions.map((times) => times.filter((time) => time >= 2 && time < 6).length),
      launch.arrivalsUntil(6) - launch.arrivalsUntil(2),
    );
    expectPoisson(
      unions.map((times) => times.filter((time) => time < 2).length),
      launch.arrivalsUntil(2),
    );
  });

  it('are, in rescaled time, exponential gaps with mean 1 (Kolmogorov–Smirnov)', () => {
    const busy = arrivalCurve({ shape: 'scaled', by: 200, curve: { shape: 'diurnal', mean: 1, amplitude: 0.9, period: 13, peakAt: 4 } });
    const rescaled = union(busy, 50, 42, 8).map(busy.arrivalsUntil);
    const gaps = rescaled.map((point, i) => point - (rescaled[i - 1] ?? 0)).sort((a, b) => a - b);
    const distances = gaps.map((gap, i) => {
      const theory = 1 - Math.exp(-gap);
      return Math.max(Math.abs(theory - i / gaps.length), Math.abs(theory - (i + 1) / gaps.length));
    });
    // 1.95/√n is the 99.9 % point of the distance for a fully given distribution (Smirnov 1948).
    expect(Math.max(...distances)).toBeLessThan(1.95 / Math.sqrt(gaps.length));
  });

  it('come at the same times for the same seed, at others for another seed or VU', () => {
    expect(draw(launch, UNTIL, 5, 1, 4)).toEqual(draw(launch, UNTIL, 5, 1, 4));
    expect(draw(launch, UNTIL, 5, 1, 4)).not.toEqual(draw(launch, UNTIL, 6, 1, 4));
    expect(draw(launch, UNTIL, 5, 1, 4)).not.toEqual(draw(launch, UNTIL, 5, 2, 4));
  });

  it('never come where the rate is 0', () => {
    const doors = arrivalCurve({ shape: 'step-decay', at: 5, peak: 100, hold: 5, halfLife: 1 });
    const break_ = arrivalCurve({
      shape: 'piecewise',
      points: [
        [0, 50],
        [4, 50],
        [4.001, 0],
        [8, 0],
        [8.001, 50],
      ],
    });
    expect(draw(doors, UNTIL, 1, 0, 1)[0]).toBeGreaterThanOrEqual(5);
    expect(draw(break_, UNTIL, 1, 0, 1).filter((time) => time > 4.0011 && time < 7.9999)).toEqual([]);
    expect(draw(arrivalCurve({ shape: 'constant', rate: 0 }), UNTIL, 1, 0, 1)).toEqual([]);
  });

  it('stay over once they are over', () => {
    const next = arrivalTimes({ curve: launch, until: 1, share: 1, random: randomFrom(1), even: false, offset: 0 });
    all(next);
    expect([next(), next()]).toEqual([null, null]);
  });
});

/** Curves for which a search may be asked to find any time: up to a few thousand people. */
const splitCurve = fc
  .tuple(anyCurve, fc.integer({ min: 1, max: 5 }), fc.double({ min: 1, max: 30, noNaN: true }))
  .map(([spec, vus, until]) => {
    const raw = arrivalCurve(spec);
    const people = raw.arrivalsUntil(until);
    const by = people > 500 ? 500 / people : 1;
    return { curve: arrivalCurve({ shape: 'scaled', by, curve: spec }), vus, until };
  });

describe('arrivals of any curve', () => {
  it('come in order and before the end', () => {
    fc.assert(
      fc.property(splitCurve, fc.nat(), ({ curve, vus, until }, seed) => {
        const times = draw(curve, until, seed, 0, vus);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(times.every((time) => time >= 0 && time <= until)).toBe(true);
      }),
    );
  });

  it('lie, evenly spaced and put together, at Λ = ½, 1½, 2½ …', () => {
    fc.assert(
      fc.property(splitCurve, ({ curve, vus, until }) => {
        const expected = curve.arrivalsUntil(until);
        const points = union(curve, until, 1, vus, true).map(curve.arrivalsUntil);
        expect(Math.abs(points.length - expected)).toBeLessThanOrEqual(0.5 + 1e-6);
        // Times are found to 1e-7 s, the rate is at most 3 · 3 · 1,000/s.
        points.forEach((point, i) => {
          expect(Math.abs(point - (i + 0.5))).toBeLessThan(2e-3);
        });
      }),
    );
  });
});

describe('even spacing', () => {
  it('puts somebody who is due exactly when the doors close before the closing, not after it', () => {
    const closing: ArrivalCurve = { rateAt: (t) => (t < 0.5 ? 1 : 0), arrivalsUntil: (t) => Math.min(t, 0.5) };
    const [only, ...others] = draw(closing, 100, 1, 0, 1, true);
    expect(only).toBeCloseTo(0.5, 6); // Λ reaches ½ at 0.5 s and stays there
    expect(others).toEqual([]);
  });

  it('brings everybody of a burst that is shorter than times are exact', () => {
    const start = 5.3;
    const seconds = 1e-8;
    const inside = (t: number) => Math.min(Math.max(t - start, 0), seconds);
    const burst: ArrivalCurve = { rateAt: (t) => (inside(t) > 0 && inside(t) < seconds ? 1e9 : 0), arrivalsUntil: (t) => 1e9 * inside(t) };
    const times = draw(burst, UNTIL, 1, 0, 1, true);
    expect(times).toHaveLength(10); // 1e9/s · 1e-8 s
    expect(times.every((time) => time >= start && time < start + 2e-7)).toBe(true);
  });

  it('is found in few looks at the curve, even where the rate misleads', () => {
    let looks = 0;
    // Like a comb of high, thin teeth: wherever one looks the rate is 100,000 times that of the way ahead.
    const comb: ArrivalCurve = {
      rateAt: () => 1e5,
      arrivalsUntil: (t) => {
        looks++;
        return t;
      },
    };
    expect(draw(comb, 100, 1, 0, 1, true)[0]).toBeCloseTo(0.5, 1);
    // Halving 100 s down to 1e-7 s takes 30 rounds; one round in three halves, and there are 100 people.
    expect(looks).toBeLessThan(100 * 3 * 30);
  });

  it('of a constant rate over two VUs takes turns', () => {
    const even = arrivalCurve({ shape: 'constant', rate: 2 });
    // 2/s over 2 s: Λ = ½, 1½, 2½, 3½ at 0.25, 0.75, 1.25, 1.75 s; VU 0 takes the first and third.
    expect(draw(even, 2, 1, 0, 2, true).map((time) => Math.round(time * 1e6) / 1e6)).toEqual([0.25, 1.25]);
    expect(draw(even, 2, 1, 1, 2, true).map((time) => Math.round(time * 1e6) / 1e6)).toEqual([0.75, 1.75]);
  });
});
