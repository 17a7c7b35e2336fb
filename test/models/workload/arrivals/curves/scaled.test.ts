import { expect, it } from 'vitest';
import { ramp } from '../../../../../models/workload/arrivals/curves/ramp.ts';
import { scaled } from '../../../../../models/workload/arrivals/curves/scaled.ts';

it('multiplies people and leaves times alone', () => {
  const curve = scaled(3, ramp({ from: 0, to: 10, start: 0, end: 10 }));
  expect(curve.rateAt(5)).toBe(15); // three times halfway to 10
  expect(curve.arrivalsUntil(10)).toBe(150); // three times the triangle of 50
});
