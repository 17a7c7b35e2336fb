import { expect, it } from 'vitest';
import { arrivalCurve } from '../../../models/workload/arrivals/curves/from-spec.ts';
import identity from '../../../scenarios/identity/identity-surge.surge.ts';
import { resolved } from '../resolved.ts';

it('brings 83 people a second in the steady part of the lab, at the full rate, and says how much faster rules run', () => {
  const { profile } = resolved(identity, 'lab');
  expect(arrivalCurve(profile.arrivals).rateAt(100)).toBeCloseTo(83, 6);
  expect(profile.service?.ruleSpeed).toEqual({ minutes: 10, hours: 2_880 });
  // What a person takes and what a code lasts are shortened alike.
  expect(profile.thinkScale).toBeCloseTo(1 / profile.service!.ruleSpeed!.minutes, 9);
});

it('keeps every clock as in life in the full profile, with 83 and 278 people a second', () => {
  const { profile } = resolved(identity, 'full');
  expect([profile.thinkScale, profile.service?.ruleSpeed]).toEqual([1, undefined]);
  const rateAt = arrivalCurve(profile.arrivals).rateAt;
  expect([rateAt(700), rateAt(1_500)]).toEqual([expect.closeTo(83, 6), expect.closeTo(278, 6)]);
});
