import { expect, it } from 'vitest';
import { arrivalCurve } from '../../../models/workload/arrivals/curves/from-spec.ts';
import cheongyak from '../../../scenarios/cheongyak/cheongyak-deadline.surge.ts';
import { resolved } from '../resolved.ts';

it('brings ten times as many people in the last minute, and closes after the last of them came', () => {
  const { profile } = resolved(cheongyak, 'lab');
  const rateAt = arrivalCurve(profile.arrivals).rateAt;
  // 64 new people a second in the last minute, a tenth of it an hour before (domain facts of the deadline).
  expect([rateAt(11), rateAt(179.9)]).toEqual([expect.closeTo(6, 0), expect.closeTo(64, 0)]);
  expect(profile.service?.closesAfter).toBe(190);
  expect(profile.arrivalSeconds).toBeLessThan(190);
});

it('closes while people of the smoke profile are still signing', () => {
  const { profile } = resolved(cheongyak, 'smoke');
  expect(profile.service?.closesAfter).toBeLessThan(profile.arrivalSeconds);
});
