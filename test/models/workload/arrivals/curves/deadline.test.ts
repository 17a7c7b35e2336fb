import { expect, it } from 'vitest';
import { deadline } from '../../../../../models/workload/arrivals/curves/deadline.ts';

const curve = deadline({ from: 1, to: 100, start: 60, deadline: 120 });

it('grows by equal factors in equal times up to the deadline and brings nobody after it', () => {
  expect(curve.rateAt(0)).toBe(1);
  expect(curve.rateAt(60)).toBe(1);
  expect(curve.rateAt(90)).toBeCloseTo(10, 9); // halfway to a factor of 100 is a factor of 10
  expect(curve.rateAt(120)).toBeCloseTo(100, 9);
  expect(curve.rateAt(120.001)).toBe(0);
});

it('brings (to − from)/k people while it grows, k = ln(to/from)/seconds', () => {
  const k = Math.log(100) / 60;
  expect(curve.arrivalsUntil(60)).toBe(60);
  expect(curve.arrivalsUntil(120)).toBeCloseTo(60 + 99 / k, 9);
  expect(curve.arrivalsUntil(1_000)).toBe(curve.arrivalsUntil(120));
});

it('is an even stream when it does not grow', () => {
  expect(deadline({ from: 3, to: 3, start: 0, deadline: 10 }).arrivalsUntil(10)).toBe(30); // 3/s · 10 s
});
