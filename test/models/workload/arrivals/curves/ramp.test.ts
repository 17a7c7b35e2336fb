import { expect, it } from 'vitest';
import { ramp } from '../../../../../models/workload/arrivals/curves/ramp.ts';

const curve = ramp({ from: 2, to: 6, start: 10, end: 20 });

it('keeps the first rate until its start and the last one from its end', () => {
  expect([0, 10, 15, 20, 30].map(curve.rateAt)).toEqual([2, 2, 4, 6, 6]); // halfway between 2 and 6 lies 4
});

it('brings the area under the line', () => {
  // 2/s · 10 s = 20; trapezoid (2 + 6)/2 · 10 s = 40 more; then 6/s · 10 s = 60 more
  expect([10, 20, 30].map(curve.arrivalsUntil)).toEqual([20, 60, 120]);
});

it('goes down as well', () => {
  const down = ramp({ from: 6, to: 0, start: 0, end: 6 });
  expect(down.arrivalsUntil(100)).toBe(18); // triangle 6/s · 6 s / 2
});
