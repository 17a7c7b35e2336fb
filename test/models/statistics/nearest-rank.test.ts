import { describe, expect, it } from 'vitest';
import { nearestRank } from '../../../models/statistics/nearest-rank.ts';
import { expectRefusal } from '../refused.ts';

describe('nearestRank', () => {
  it('is the nearest rank (R type 1)', () => {
    expect([0, 0.25, 0.5, 0.51, 1].map((p) => nearestRank([1, 2, 3, 4], p))).toEqual([1, 1, 2, 3, 4]);
  });
  it('refuses nothing at all', () => expectRefusal(() => nearestRank([], 0.5), 'out-of-range', /must not be empty/));
});
