import { describe, expect, it } from 'vitest';
import { judgedSystems, tallyOf } from '../../scripts/bench/sizing/systems/judged-systems.ts';

describe('plans of random systems', () => {
  // Of 24 systems a plan that is right in nine of ten is right in 19 or more with a probability of 97 %, one that is right in 60 % with 4 %.
  it('have the true number of nodes or one more in 19 of 24, are seldom short, and do not pay for it with many nodes', () => {
    const tally = tallyOf(judgedSystems(24, { least: 200_000, most: 1_600_000 }));
    expect(tally.right + tally.oneMore).toBeGreaterThanOrEqual(19);
    expect(tally.tooFew).toBeLessThanOrEqual(3);
    expect(tally.excess).toBeLessThan(0.05);
    expect(tally.covered).toBeGreaterThanOrEqual(Math.floor(0.8 * tally.intervals));
    expect(tally.named).toBeGreaterThanOrEqual(Math.floor(0.8 * tally.limits));
    expect(tally.wronglyNamed).toBe(0);
  });
});
