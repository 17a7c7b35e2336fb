import { describe, expect, it } from 'vitest';
import { sizingCoverage } from '../../scripts/bench/sizing/coverage.ts';

describe('intervals of the number of nodes', () => {
  // Of 40 systems an honest 90 % interval covers at least 31 with a probability of 99 %, one that covers 60 % with 2 %. Wide intervals are no way out.
  it('cover the truth of 40 simulated systems, are narrow, and have the truth in their middle', () => {
    const { covered, capacityCovered, width, bias } = sizingCoverage({ systems: 40, resamples: 24, customers: 60_000 });
    expect(covered).toBeGreaterThanOrEqual(31);
    expect(capacityCovered).toBeGreaterThanOrEqual(29);
    expect(width).toBeLessThan(0.08);
    expect(Math.abs(bias)).toBeLessThan(0.02);
  });
});
