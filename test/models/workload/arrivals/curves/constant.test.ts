import { expect, it } from 'vitest';
import { constant } from '../../../../../models/workload/arrivals/curves/constant.ts';

it('brings rate times seconds people', () => {
  const curve = constant({ rate: 5 });
  expect(curve.rateAt(1_000)).toBe(5);
  expect(curve.arrivalsUntil(10)).toBe(50); // 5/s · 10 s
});
