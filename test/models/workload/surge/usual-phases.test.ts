import { expect, it } from 'vitest';
import { usualPhases } from '../../../../models/workload/surge/usual-phases.ts';

it('judges from the end of the warm-up until nobody arrives any more', () => {
  expect(usualPhases({ warmUp: 5, arrivals: 30, drain: 20 })).toEqual([
    { name: 'warm-up', from: 0, judged: false },
    { name: 'surge', from: 5, judged: true },
    { name: 'drain', from: 30, judged: false },
  ]);
  expect(usualPhases({ warmUp: 0, arrivals: 30, drain: 0 })).toEqual([{ name: 'surge', from: 0, judged: true }]);
});
