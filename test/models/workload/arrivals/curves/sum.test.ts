import { expect, it } from 'vitest';
import { constant } from '../../../../../models/workload/arrivals/curves/constant.ts';
import { sum } from '../../../../../models/workload/arrivals/curves/sum.ts';

it('adds rates and arrivals of its parts', () => {
  const curve = sum([constant({ rate: 2 }), constant({ rate: 3 })]);
  expect(curve.rateAt(1)).toBe(5); // 2/s + 3/s
  expect(curve.arrivalsUntil(4)).toBe(20); // 5/s · 4 s
});

it('brings nobody when it has no parts', () => {
  expect(sum([]).arrivalsUntil(10)).toBe(0);
});
