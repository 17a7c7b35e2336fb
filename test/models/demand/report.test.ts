import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../models/demand/calendar/calendar.ts';
import { makeForecast } from '../../../models/demand/forecast/forecast-document.ts';
import { membersOf, methodsFor } from '../../../models/demand/forecast/methods.ts';
import { calibrationLevels } from '../../../models/demand/report/backtest-rows.ts';
import { forecastReport } from '../../../models/demand/report/forecast-report.ts';
import { peakBins } from '../../../models/demand/report/peak-bins.ts';
import { oddDays } from '../../../models/demand/series/odd-days.ts';
import { seriesProblems, seriesWarnings } from '../../../models/demand/series/series-problems.ts';
import { unitChange } from '../../../models/demand/series/unit-change.ts';
import { madeForecast } from '../../reports/made-forecast.ts';
import { madeDemand } from './made-demand.ts';

const FIRST = 20168;
const REQUEST = {
  calendar: NO_CALENDAR,
  seed: 1,
  futures: 100,
  breaks: [],
  decompose: null,
  name: 'n',
  unit: '',
  horizon: { count: 14, step: 'day' },
  daily: 'sum',
  burst: { varianceToMean: 1.5, kind: 'assumed' },
  backtestOrigins: 2,
} as const;

describe('the evidence of a forecast', () => {
  const report = madeForecast();

  it('takes demand apart without a rest: the parts multiply to what the regression says, weekends 0.7 of a working day', () => {
    const { week, year, trend, actual } = report.components!;
    const [most, least] = [Math.max(...week), Math.min(...week)];
    expect(least / most).toBeCloseTo(0.7, 1);
    const errors = actual.map((value, i) =>
      Math.abs(Math.log(value! / (trend[i]! * year[i]! * week[i]! * report.components!.month[i]! * report.components!.holiday[i]!))),
    );
    // The noise of made demand is 5 %: its mean size is 0.04.
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.05);
  });

  it('puts the seasonal naive beside each forecast of the past, and the truth of its window', () => {
    expect(report.backtest).toHaveLength(2);
    for (const row of report.backtest) {
      expect(row.peak!.actual).toBe(Math.max(...row.actual.map((value) => value!)));
      expect(row.naiveMase).toBeGreaterThan(0.5);
      expect(row.naiveMase).toBeLessThan(2);
    }
    expect(report.calibration.map(({ level }) => level)).toEqual([0.05, 0.5, 0.8, 0.9, 0.95, 0.99]);
    for (const { low, share, high, periods } of report.calibration) {
      expect(low <= share && share <= high).toBe(true);
      expect(periods).toBe(56);
    }
  });

  it('spreads the chance of the peak over the days of the window, which know their names', () => {
    expect(report.days).toHaveLength(28);
    expect(report.days.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 10);
    // 2026-06-06, Memorial Day, is day 20610.
    expect(report.days.find(({ day }) => day === 20610)!.names).toEqual(['memorial']);
    expect(report.bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it('gathers hours into days, and explains the highest of each', () => {
    const hours = madeForecast({ days: 40, hourly: 'hours', horizon: 48, origins: 0 });
    expect(hours.days).toHaveLength(2);
    expect(hours.tail.values).toHaveLength(14 * 24);
    expect(hours.components!.actual).toHaveLength(40);
  });

  it('has no components where no whole day of an hourly series is known', () => {
    const holes = Float64Array.from({ length: 24 * 40 }, (_, h) => (h % 24 < 10 ? 5 + (h % 7) : Number.NaN));
    const made = makeForecast({ step: 'hour', first: FIRST * 24, values: holes }, { ...REQUEST, horizon: { count: 24, step: 'hour' } })!;
    const { components, holidays, days } = forecastReport(made, NO_CALENDAR, 1);
    expect([components, holidays, days[0]!.factor]).toEqual([null, [], null]);
  });

  it('is of one bar when all futures are alike, and empty where nothing of a window is known', () => {
    expect(peakBins([2, 2, 2])).toEqual([{ from: 2, to: 2, share: 1 }]);
    expect(calibrationLevels([])).toEqual([]);
    const values = madeDemand(FIRST, 150, 0.05).fill(Number.NaN, 125, 135);
    const made = makeForecast({ step: 'day', first: FIRST, values }, { ...REQUEST, horizon: { count: 10, step: 'day' } })!;
    const unknown = { ...made.windows[0]!, actual: new Float64Array(10).fill(Number.NaN) };
    expect(calibrationLevels([unknown])).toEqual([]);
    const [row] = forecastReport({ ...made, windows: [unknown] }, NO_CALENDAR, 1).backtest;
    expect([row!.peak, row!.mase]).toEqual([null, null]);
  });
});

describe('methods', () => {
  it.each([
    ['seasonal-naive', 'seasonal naive'],
    ['ridge', 'ridge'],
    ['smoothing', 'smoothing'],
    ['trees', 'trees'],
  ] as const)('%s alone is the whole forecast', (method, member) => {
    const made = makeForecast(
      { step: 'day', first: FIRST, values: madeDemand(FIRST, 150, 0.05) },
      { ...REQUEST, backtestOrigins: 0, method },
    )!;
    expect(made.document.method).toBe(`${member} 100 %`);
  });

  it('without enough history are none', () => {
    const series = { step: 'day', first: FIRST, values: madeDemand(FIRST, 150, 0.05) } as const;
    expect(makeForecast(series, { ...REQUEST, method: 'year-ago' })).toBeNull();
    const hours = { step: 'hour', first: FIRST * 24, values: new Float64Array(24 * 30).fill(3) } as const;
    expect(makeForecast(hours, { ...REQUEST, horizon: { count: 24, step: 'hour' }, method: 'mstl' })).toBeNull();
  });

  it('of hours include the decomposition, which has no voice of its own in auto', () => {
    const member = (name: string) => ({ name, past: new Float64Array(0), future: new Float64Array(0) });
    expect(methodsFor('hour')).toContain('mstl');
    expect(methodsFor('day')).not.toContain('mstl');
    expect(membersOf('mstl', 'hour', [member('ridge')], [member('mstl')]).map(({ name }) => name)).toEqual(['mstl']);
    expect(membersOf('auto', 'hour', [member('ridge')], [member('mstl')]).map(({ name }) => name)).toEqual(['ridge']);
    const decompose = (_: Float64Array, __: readonly number[], horizon: number) => new Float64Array(horizon).fill(1);
    const values = Float64Array.from({ length: 24 * 30 }, (_, h) => 5 + (h % 24));
    const made = makeForecast(
      { step: 'hour', first: FIRST * 24, values },
      { ...REQUEST, horizon: { count: 24, step: 'hour' }, method: 'mstl', decompose, backtestOrigins: 0 },
    )!;
    expect(made.document.method).toBe('mstl 100 %');
  });
});

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
    expect(seriesProblems(series(weekly), 28).join()).toContain('totals of weeks or months');
  });

  it('with days that stand alone are forecast, and the days are named', () => {
    const odd = steady.map((value, i) => ([50, 100, 150, 200].includes(i) ? value * 90 : value));
    expect(oddDays(odd)).toEqual([50, 100, 150, 200]);
    expect(seriesWarnings(series(odd)).join()).toMatch(/2025-05-10 \(\d.*and 1 more/);
  });
});
