import { describe, expect, it } from 'vitest';
import { judgedSystems, tallyOf } from '../../../../scripts/bench/sizing/systems/judged-systems.ts';

describe('plans of random systems', () => {
  // Of 6 systems a plan that is right in nine of ten is right in 5 or more with a probability of 89 %, one that is right in half of them with 11 %.
  // 24 systems are in test/long, 60 in the benches.
  it('have the true number of nodes or one more in 5 of 6, and name the limits that nodes share', () => {
    const { right, oneMore, tooFew, excess, limits, named, wronglyNamed } = tallyOf(judgedSystems(6, { least: 100_000, most: 200_000 }));
    expect(right + oneMore).toBeGreaterThanOrEqual(5);
    expect(tooFew).toBeLessThanOrEqual(1);
    expect(excess).toBeLessThan(0.1);
    expect(limits).toBeGreaterThan(0);
    expect([named, wronglyNamed]).toEqual([limits, 0]);
  }, 240_000);
});
