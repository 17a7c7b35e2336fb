import { describe, expect, it } from 'vitest';
import { adoptedBy, adoptionPeak } from '../../../../../models/demand/launch/arrivals/bass.ts';

describe('Bass curve', () => {
  it('has the values of p 0.03, q 0.38, m a million: 35,758; 85,056; 150,500; 233,150; 331,199, and its peak of 110,592 at 6.1926', () => {
    const adoption = { market: 1e6, innovation: 0.03, imitation: 0.38 };
    expect([1, 2, 3, 4, 5].map((time) => Math.round(adoptedBy(adoption, time)))).toEqual([35_758, 85_056, 150_500, 233_150, 331_199]);
    expect(adoptionPeak(adoption).time).toBeCloseTo(6.1926, 4);
    expect(Math.round(adoptionPeak(adoption).rate)).toBe(110_592);
    expect(Math.round(adoptedBy(adoption, adoptionPeak(adoption).time))).toBe(460_526);
  });
  it('peaks at once when nobody imitates', () =>
    expect(adoptionPeak({ market: 100, innovation: 0.5, imitation: 0.1 })).toEqual({ time: 0, rate: 50 }));
});
