import { describe, expect, it } from 'vitest';
import { crossing, smallestWhole } from '../../../models/numeric/search.ts';
import { expectRefusal } from '../refused.ts';

describe('crossing', () => {
  it('finds a crossing far from its scale, and zero when it starts below', () => {
    expect(crossing((t) => 1 / (1 + t), 1e-9, 1e-3)).toBeCloseTo(1e9 - 1, -2);
    expect(crossing(() => 0, 0.5, 1)).toBe(0);
  });
  it('refuses a function that never falls', () => expectRefusal(() => crossing(() => 1, 0.5, 1), 'no-answer', /left the range of numbers/));
});

describe('smallestWhole', () => {
  it('finds the first that holds, near and far', () => {
    expect(smallestWhole(5, () => true)).toBe(5);
    expect(smallestWhole(1, (n) => n >= 777)).toBe(777);
  });
  it('refuses a target no number meets', () => expectRefusal(() => smallestWhole(1, () => false), 'infeasible', /no number up to 1e12/));
});
