import { describe, expect, it } from 'vitest';
import type { Series } from '../../../../models/measurement/folded-run.ts';
import { startCounts } from '../../../../models/measurement/stretches/start-counts.ts';
import { bucketOf } from '../../../../models/workload/log/histogram.ts';

const series = (outcome: string, seconds: readonly (readonly [second: number, ms: number, count: number])[]): Series => ({
  ...{ outcome, phase: 'surge', judged: true, clock: 1, count: seconds.reduce((sum, [, , n]) => sum + n, 0) },
  seconds: new Map(seconds.map(([second, ms, n]) => [second, Uint32Array.of(bucketOf(ms), n)])),
});

describe('requests by their start', () => {
  it('stand where they should have started, not where they were answered', () => {
    // A service that stands still and answers what came in seconds 1 to 4 in second 5.
    const slow = [4_000, 3_000, 2_000, 1_000].map((ms) => series('ok', [[5, ms, 10]]));
    const { requests, beyond } = startCounts(slow, 7, () => bucketOf(1_500));
    expect([...requests]).toEqual([0, 10, 10, 10, 10, 0, 0]);
    expect([...beyond]).toEqual([0, 10, 10, 10, 0, 0, 0]);
  });

  it('stand in the first second at the earliest, and may count by outcome', () => {
    const all = [series('ok', [[2, 100, 5]]), series('failed', [[0, 9_000, 3]])];
    const { requests, beyond } = startCounts(all, 3, ({ outcome }) => (outcome === 'ok' ? Number.POSITIVE_INFINITY : 0));
    expect([...requests]).toEqual([3, 0, 5]);
    expect([...beyond]).toEqual([3, 0, 0]);
  });
});
