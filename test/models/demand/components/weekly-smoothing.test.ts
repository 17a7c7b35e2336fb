import { describe, expect, it } from 'vitest';
import { hourlySmoothing } from '../../../../models/demand/components/hourly/hourly-smoothing.ts';
import { weeklySmoothing } from '../../../../models/demand/components/weekly-smoothing.ts';

describe('smoothing', () => {
  it('continues a week without noise exactly', () => {
    const week = Float64Array.from({ length: 140 }, (_, i) => 5 + (i % 7));
    expect([...weeklySmoothing(week, 14).pathFrom(139, 3)]).toEqual([5, 6, 7].map((value) => expect.closeTo(value, 6)));
  });

  it('continues a week of hours without noise exactly', () => {
    const hours = Float64Array.from({ length: 168 * 4 }, (_, i) => Math.sin((2 * Math.PI * i) / 168) + Math.cos((2 * Math.PI * i) / 24));
    const path = hourlySmoothing(hours, 24).pathFrom(167 * 4, 24);
    expect(path[0]).toBeCloseTo(hours[(167 * 4 + 1) % 168]!, 6);
  });

  it('says something of a single week, where there is nothing to choose rates by', () => {
    expect(weeklySmoothing(new Float64Array(7).fill(4), 7).pathFrom(6, 1)[0]).toBeCloseTo(4, 6);
    expect(hourlySmoothing(new Float64Array(168).fill(4), 7).pathFrom(167, 1)[0]).toBeCloseTo(4, 6);
  });
});
