import { expect, it } from 'vitest';
import { stepDecay } from '../../../../../models/workload/arrivals/curves/step-decay.ts';

const curve = stepDecay({ at: 10, peak: 8, hold: 5, halfLife: 2 });

it('is closed before, at its peak while it holds, and halves every half-life', () => {
  expect(curve.rateAt(9.999)).toBe(0);
  expect(curve.rateAt(10)).toBe(8);
  expect(curve.rateAt(15)).toBe(8);
  expect(curve.rateAt(17)).toBeCloseTo(4, 12); // one half-life of 2 s after 15 s
  expect(curve.rateAt(21)).toBeCloseTo(1, 12); // three
});

it('brings peak times hold people, then peak times half-life over ln 2 more in the end', () => {
  expect(curve.arrivalsUntil(10)).toBe(0);
  expect(curve.arrivalsUntil(15)).toBe(40); // 8/s · 5 s
  expect(curve.arrivalsUntil(1_000)).toBeCloseTo(40 + (8 * 2) / Math.LN2, 9); // integral of an exponential to infinity
});
