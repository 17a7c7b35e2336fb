import { describe, expect, it } from 'vitest';
import { pastYears } from '../../../../../models/demand/components/daily/past-years.ts';

/** A season of 0.5 on logarithms that repeats every 52 weeks, growing by 0.2 a year: the truth that past years are asked for. */
const season = (i: number): number => 0.5 * Math.sin((2 * Math.PI * i) / 364);
const growing = (years: number): Float64Array => Float64Array.from({ length: years * 364 }, (_, i) => season(i) + (0.2 * i) / 364);

/** Six weeks of the third year at a third, an outage: logarithms are lower by 1.1. */
function withOutage(values: Float64Array, year: number): Float64Array {
  return values.map((value, i) => (i >= year * 364 + 320 && i < year * 364 + 362 ? value - 1.1 : value));
}

describe('what past years were', () => {
  const days = 4 * 364;
  const inDecember = days + 340 - 364;
  const rise = (values: Float64Array): number => {
    const { weeks } = pastYears(values.subarray(0, days - 30), days);
    return weeks[inDecember]! - weeks[inDecember - 60]!;
  };
  const truth = season(340) - season(280) + (0.2 * 60) / 364;

  it('is the season, whatever the level of each year: within 0.05, what two weeks of a wave and a shift of three days blur', () =>
    expect(Math.abs(rise(growing(4)) - truth)).toBeLessThan(0.05));

  it('is not moved by one odd year of three', () => expect(Math.abs(rise(withOutage(growing(4), 2)) - truth)).toBeLessThan(0.1));

  it('cannot know which of two years was odd: half of the outage stays', () => {
    const two = withOutage(growing(4), 2).subarray(364);
    const { weeks } = pastYears(two.subarray(0, two.length - 30), two.length);
    expect(weeks[inDecember - 364]! - weeks[inDecember - 364 - 60]!).toBeLessThan(truth - 0.4);
  });

  it('is unknown where there is no year before', () => {
    const { day, week, weeks } = pastYears(growing(1), 400);
    expect([day[363], week[363], weeks[363]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([day[364], week[364], weeks[364]].every(Number.isFinite)).toBe(true);
  });
});
