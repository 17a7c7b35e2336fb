import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import { type DemandSeries, dailyOf } from '../../../../models/demand/series/demand-series.ts';
import { seriesProblems, seriesWarnings } from '../../../../models/demand/series/series-problems.ts';
import { madeDemand } from '../made-demand.ts';

const FIRST = dayNumber('2022-01-03')!;

const daily = (values: Float64Array, first = FIRST): DemandSeries => ({ step: 'day', first, values });

describe('a series', () => {
  it('is refused with its reason', () => {
    const good = madeDemand(FIRST, 100, 0.05);
    const bad = (values: Float64Array, horizon = 28): string => seriesProblems(daily(values), horizon).join();
    expect(bad(good)).toBe('');
    expect(bad(good.slice(0, 30))).toContain('at least 56');
    expect(bad(good.map((value) => -value))).toContain('must not be negative');
    expect(bad(new Float64Array(100))).toContain('zero throughout');
    expect(bad(new Float64Array(100).fill(7))).toContain('must vary');
    expect(bad(Float64Array.of(...good, ...new Float64Array(20).fill(Number.NaN)))).toContain('20 unknown days');
    expect(bad(Float64Array.of(...good, ...new Float64Array(28)))).toContain('end in 28 days of zero');
  });

  it('comes with warnings: gaps, short history, another unit, zeros', () => {
    const odd = madeDemand(FIRST, 200, 0.05).map((value, i) => (i > 150 ? 1000 * value : i % 10 === 0 ? 0 : i === 31 ? Number.NaN : value));
    expect(seriesWarnings(daily(odd)).map((text) => text.slice(0, 12))).toEqual([
      '1 of 200 day',
      'History of 2',
      'The last fou',
      '16 days are ',
    ]);
  });

  it('becomes days: sums scaled for a missing hour, unknown with fewer than twelve, maxima', () => {
    const values = new Float64Array(24 * 3).fill(2);
    values[5] = Number.NaN;
    values.fill(Number.NaN, 24, 40);
    const hours: DemandSeries = { step: 'hour', first: 0, values };
    expect([...dailyOf(hours, 'sum').values]).toEqual([48, Number.NaN, 48]);
    expect([...dailyOf(hours, 'max').values]).toEqual([2, Number.NaN, 2]);
    expect(dailyOf({ step: 'hour', first: 30, values: new Float64Array(5) }, 'sum').values).toHaveLength(0);
  });
});
