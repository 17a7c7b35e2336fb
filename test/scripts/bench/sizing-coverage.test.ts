import { describe, expect, it } from 'vitest';
import { sizingCoverage } from '../../../scripts/bench/sizing/coverage.ts';

describe('intervals of the number of nodes', () => {
  // Of 16 systems an honest 90 % interval covers at least 13 with a probability of 93 %, one that covers 60 % with 7 %. Wide intervals are no way out.
  // 40 systems are in test/long.
  it('cover the truth of 16 simulated systems, are narrow, and have the truth in their middle', () => {
    const { covered, capacityCovered, width, bias } = sizingCoverage({ systems: 16, resamples: 24, customers: 60_000 });
    expect(covered).toBeGreaterThanOrEqual(13);
    expect(capacityCovered).toBeGreaterThanOrEqual(11);
    expect(width).toBeLessThan(0.08);
    expect(Math.abs(bias)).toBeLessThan(0.02);
  });
});
