import { expect, it } from 'vitest';
import { piecewise } from '../../../../../models/workload/arrivals/curves/piecewise.ts';

const curve = piecewise({
  points: [
    [10, 4],
    [20, 8],
    [30, 0],
  ],
});

it('runs straight between its points and stays constant outside', () => {
  expect([0, 10, 15, 20, 25, 30, 99].map(curve.rateAt)).toEqual([4, 4, 6, 8, 4, 0, 0]); // read off the straight lines
});

it('brings the sum of the trapezoids', () => {
  // 4/s · 10 s = 40; (4 + 8)/2 · 10 s = 60; (8 + 0)/2 · 10 s = 40; nothing afterwards
  expect([10, 20, 30, 99].map(curve.arrivalsUntil)).toEqual([40, 100, 140, 140]);
});

it('is constant when it has one point', () => {
  const flat = piecewise({ points: [[0, 7]] });
  expect(flat.rateAt(3)).toBe(7);
  expect(flat.arrivalsUntil(3)).toBe(21); // 7/s · 3 s
});

it('brings nobody when it has no points', () => {
  expect(piecewise({ points: [] }).arrivalsUntil(10)).toBe(0);
});
