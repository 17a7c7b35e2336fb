import { describe, expect, it } from 'vitest';
import { oddDays } from '../../../../models/demand/series/odd-days.ts';
import { seriesProblems, seriesWarnings } from '../../../../models/demand/series/series-problems.ts';
import { unitChange } from '../../../../models/demand/series/unit-change.ts';
import { madeDemand } from '../made-demand.ts';

const FIRST = 20168;

describe('odd series', () => {
  const steady = madeDemand(FIRST, 300, 0.05);
  const series = (values: Float64Array) => ({ step: 'day', first: FIRST, values }) as const;
  const stepped = (factor: number, from: number) => steady.map((value, i) => (i < from ? value : value * factor));

  it.each([
    [1000, 150, 1000],
    [1 / 1000, 150, 0.001],
    [1e8, 292, 1e8],
  ])('in two units are refused with the day: times %d from day %d on', (factor, from, expected) => {
    expect(unitChange(stepped(factor, from))!.at).toBe(from);
    expect(unitChange(stepped(factor, from))!.factor / expected).toBeCloseTo(1, 0);
    expect(seriesProblems(series(stepped(factor, from)), 28).join()).toContain('must be in one unit');
  });

  it('that double, have gaps or zeros keep their unit', () => {
    expect(unitChange(stepped(4, 150))).toBeNull();
    expect(unitChange(steady.map((value, i) => (i % 10 < 3 ? Number.NaN : i % 10 === 4 ? 0 : value)))).toBeNull();
    expect(unitChange(stepped(1000, 150).fill(Number.NaN, 149, 150))!.at).toBe(150);
  });

  it('that end in a week of zeros, or have a value a week, are refused with what to do', () => {
    const zeros = steady.slice().fill(0, 290);
    // Day 289 of a series that begins on 2025-03-21 is 2026-01-04.
    expect(seriesProblems(series(zeros), 28).join()).toMatch(/10 days of zero.*--as-of 2026-01-04/);
    expect(seriesProblems(series(zeros.map((value, i) => (i % 7 < 2 ? 0 : value))), 28)).toEqual([]);
    const weekly = Float64Array.from({ length: 700 }, (_, i) => (i % 7 === 0 ? i + 1 : Number.NaN));
    expect(seriesProblems(series(weekly), 28).join()).toContain('weekly or monthly totals');
  });

  it('with days that stand alone are forecast, and the days are named', () => {
    const odd = steady.map((value, i) => ([50, 100, 150, 200].includes(i) ? value * 90 : value));
    expect(oddDays(odd)).toEqual([50, 100, 150, 200]);
    expect(seriesWarnings(series(odd)).join()).toMatch(/2025-05-10 \(\d.*and 1 more/);
  });
});
