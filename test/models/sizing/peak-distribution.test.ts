import { describe, expect, it } from 'vitest';
import { lognormalPeak, peakDistribution } from '../../../models/sizing/peak-distribution.ts';

describe('peakDistribution', () => {
  it('gives a lognormal peak back, on both sides of the median', () => {
    const peak = peakDistribution(lognormalPeak(1200, 0.1));
    for (const p of [0.02, 0.5, 0.93, 0.999]) expect(peak.share(peak.quantile(p))).toBeCloseTo(p, 9);
    expect(peak.share(0)).toBe(0);
  });

  it('knows a certain peak, and one with equal quantiles', () => {
    const certain = peakDistribution(lognormalPeak(100, 0));
    expect([certain.share(99), certain.share(100)]).toEqual([0, 1]);
    const stepped = peakDistribution({ p50: 100, p80: 100, p90: 110, p95: 110, p99: 120 });
    expect([stepped.share(99), stepped.share(100)]).toEqual([0, expect.closeTo(0.8, 9)]);
    expect(stepped.share(110)).toBeCloseTo(0.95, 9);
  });

  it('refuses quantiles that fall', () =>
    expect(() => peakDistribution({ p50: 100, p80: 90, p90: 110, p95: 120, p99: 130 })).toThrow(
      'peak.p80: must be at least p50 (100), got 90',
    ));
});
