import { describe, expect, it } from 'vitest';
import { createRecentRate } from '../../../../reference-service/waiting-room/polling/recent-rate.ts';

describe('a recent rate', () => {
  it('is right from the first second on, not only after its memory has filled', () => {
    const rate = createRecentRate(0, 10);
    for (let now = 0; now < 1_000; now += 50) rate.add(now, 5);
    // 5 events every 50 ms are 100/s.
    expect(rate.at(1_000)).toBeGreaterThan(95);
    expect(rate.at(1_000)).toBeLessThan(106);
  });

  it('forgets to 1/e in the time of its memory', () => {
    const rate = createRecentRate(0, 3);
    for (let now = 0; now <= 60_000; now += 50) rate.add(now, 5);
    const before = rate.at(60_000);
    expect(rate.at(63_000) / before).toBeCloseTo(Math.exp(-1), 6);
  });

  it('ignores a clock that goes backwards', () => {
    const rate = createRecentRate(0, 3);
    rate.add(3_000, 3);
    const before = rate.at(3_000);
    expect(rate.at(2_000)).toBeGreaterThanOrEqual(before);
  });
});
