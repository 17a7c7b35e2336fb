import { describe, expect, it } from 'vitest';
import { memberErrors, memberWeights } from '../../../../models/demand/forecast/member-weights.ts';

describe('weights', () => {
  it('share equally what is equally good or unknown, leave out the hopeless, and give all to a method without error', () => {
    expect(memberWeights([0.1, 0.1], [1, 3])).toEqual([0.25, 0.75]);
    expect(memberWeights([Number.NaN, Number.NaN], [1, 1])).toEqual([0.5, 0.5]);
    expect(memberWeights([0, 0.1], [1, 1])).toEqual([1, 0]);
    expect(memberWeights([0.1, 0.3], [1, 1])).toEqual([1, 0]);
  });

  it('compare members only where all of them speak', () => {
    const members = [Float64Array.of(1, 5), Float64Array.of(2, Number.NaN)].map((past, i) => ({ name: String(i), past, future: past }));
    expect(memberErrors(members, Float64Array.of(0, 0))).toEqual([1, 2]);
    expect(memberErrors(members, Float64Array.of(Number.NaN, 0)).every(Number.isNaN)).toBe(true);
  });
});
