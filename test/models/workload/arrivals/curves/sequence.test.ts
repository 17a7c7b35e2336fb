import fc from 'fast-check';
import { expect, it } from 'vitest';
import { constant } from '../../../../../models/workload/arrivals/curves/constant.ts';
import { ramp } from '../../../../../models/workload/arrivals/curves/ramp.ts';
import { sequence } from '../../../../../models/workload/arrivals/curves/sequence.ts';

it('puts one curve after the other and lets the last go on', () => {
  const curve = sequence([
    { seconds: 10, curve: constant({ rate: 1 }) },
    { seconds: 5, curve: ramp({ from: 0, to: 10, start: 0, end: 5 }) },
  ]);
  expect([curve.rateAt(9.9), curve.rateAt(10), curve.rateAt(12.5), curve.rateAt(15), curve.rateAt(20)]).toEqual([1, 0, 5, 10, 10]);
  expect([curve.arrivalsUntil(10), curve.arrivalsUntil(15), curve.arrivalsUntil(16)]).toEqual([10, 35, 45]); // 10 · 1, a triangle of 25, 10 more
});

it('is its only part', () => {
  const part = ramp({ from: 1, to: 9, start: 2, end: 4 });
  const alone = sequence([{ seconds: 3, curve: part }]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 20, noNaN: true }), (time) => {
      expect([alone.rateAt(time), alone.arrivalsUntil(time)]).toEqual([part.rateAt(time), part.arrivalsUntil(time)]);
    }),
    { seed: 9 },
  );
});

it('brings nobody when it has no parts', () => {
  expect([sequence([]).rateAt(1), sequence([]).arrivalsUntil(10)]).toEqual([0, 0]);
});
