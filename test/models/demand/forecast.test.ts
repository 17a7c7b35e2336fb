import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../models/demand/calendar/calendar.ts';
import { dateOf, dayNumber } from '../../../models/demand/calendar/day-number.ts';
import { koreanCalendar } from '../../../models/demand/calendar/korean-calendar.ts';
import { backtestSummary, backtestWindows } from '../../../models/demand/forecast/backtest.ts';
import type { DocumentRequest } from '../../../models/demand/forecast/document-request.ts';
import { forecastDocument, timeOf } from '../../../models/demand/forecast/forecast-document.ts';
import { type ForecastOptions, forecastSeries } from '../../../models/demand/forecast/forecast-series.ts';
import { hitRates } from '../../../models/demand/ledger/hit-rates.ts';
import { dayShape } from '../../../models/demand/peak/peak-hour.ts';
import { type DemandSeries, dailyOf, knownUntil } from '../../../models/demand/series/demand-series.ts';
import { seriesProblems, seriesWarnings } from '../../../models/demand/series/series-problems.ts';
import { levelBreaks } from '../../../models/demand/series/structural-breaks.ts';
import { madeDemand } from './made-demand.ts';

const FIRST = dayNumber('2022-01-03')!;
const daily = (values: Float64Array, first = FIRST): DemandSeries => ({ step: 'day', first, values });
const options: ForecastOptions = { calendar: NO_CALENDAR, horizon: 28, seed: 3, futures: 300, breaks: [], decompose: null };
const request: DocumentRequest = {
  ...options,
  horizon: { count: 14, step: 'day' },
  name: 'visits',
  unit: 'visits',
  daily: 'sum',
  burst: { varianceToMean: 1.48, kind: 'assumed' },
  backtestOrigins: 2,
};
/** Hours of made demand: a day's share goes up to noon and down again. */
const hourly = (days: number): DemandSeries => {
  const totals = madeDemand(FIRST, days, 0.05, 50_000);
  const shape = Array.from({ length: 24 }, (_, h) => 1 + Math.cos((2 * Math.PI * (h - 12)) / 24));
  return {
    step: 'hour',
    first: FIRST * 24,
    values: Float64Array.from({ length: days * 24 }, (_, i) => (totals[Math.floor(i / 24)]! * shape[i % 24]!) / 24),
  };
};

describe('a forecast', () => {
  const values = madeDemand(FIRST, 500, 0.08);
  const forecast = forecastSeries(daily(values), options)!;

  it('errs little more than the noise that was put in: 8 %, so mean absolute error below 10 %', () => {
    const truth = madeDemand(FIRST, 528, 0);
    const error = forecast.path.reduce((sum, value, k) => sum + Math.abs(value / truth[500 + k]! - 1), 0) / 28;
    expect(error).toBeLessThan(0.1);
  });

  it('has quantiles in order, for every period and for the peak, and a peak above every median', () => {
    for (const { p05, p50, p80, p90, p95, p99 } of forecast.points)
      expect([p05, p50, p80, p90, p95, p99]).toEqual([p05, p50, p80, p90, p95, p99].sort((a, b) => a - b));
    const { p50, p90, p99 } = forecast.peak.quantiles;
    expect(p50).toBeGreaterThan(Math.max(...forecast.points.map((point) => point.p50)));
    expect([p50, p90, p99]).toEqual([p50, p90, p99].sort((a, b) => a - b));
    expect(forecast.peak.probability.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('is the same for the same seed, byte by byte', () =>
    expect(JSON.stringify(forecastSeries(daily(values), options))).toBe(JSON.stringify(forecast)));

  it('scales with the series', () => {
    const scaled = forecastSeries(daily(values.map((value) => value * 1024)), options)!;
    expect(scaled.peak.quantiles.p90 / forecast.peak.quantiles.p90).toBeCloseTo(1024, 3);
    expect(scaled.path[5]! / forecast.path[5]!).toBeCloseTo(1024, 3);
  });

  it('does not change by more than the drift of a season of 365.25 days when all dates move by 52 weeks', () => {
    const moved = forecastSeries(daily(values, FIRST - 364), options)!;
    for (let k = 0; k < 28; k++) expect(Math.abs(moved.path[k]! / forecast.path[k]! - 1)).toBeLessThan(0.05);
  });

  it('is wider for more noise', () => {
    const noisy = forecastSeries(daily(madeDemand(FIRST, 500, 0.24)), options)!;
    const width = ({ points }: typeof noisy): number => Math.log(points[10]!.p95 / points[10]!.p05);
    expect(width(noisy)).toBeGreaterThan(1.5 * width(forecast));
  });

  it('ignores everything after the day it is made', () => {
    const cut = knownUntil(daily(values), FIRST + 299);
    const other = knownUntil(daily(values.map((value, i) => (i < 300 ? value : 9e9))), FIRST + 299);
    expect(cut.values.length).toBe(300);
    expect(forecastSeries(other, options)).toEqual(forecastSeries(cut, options));
  });

  it('believes a break that is declared: the level after it counts', () => {
    const stepped = values.map((value, i) => (i < 400 ? value : 4 * value));
    const { path, breaks } = forecastSeries(daily(stepped), { ...options, breaks: [FIRST + 400] })!;
    expect(breaks).toEqual([400]);
    expect(path[0]! / forecast.path[0]!).toBeGreaterThan(3);
  });

  it('finds a break that is large, lasts and does not come back', () => {
    const flat = Float64Array.from({ length: 1000 }, (_, i) => 0.02 * Math.sin(i) + (i >= 700 ? 1 : 0));
    expect(levelBreaks(flat).map(({ at }) => Math.abs(at - 700) < 8)).toEqual([true]);
    expect(levelBreaks(flat.subarray(0, 500))).toEqual([]);
    const yearly = Float64Array.from({ length: 1100 }, (_, i) => (i % 365 > 200 ? 1 : 0) + 0.02 * Math.sin(i));
    expect(levelBreaks(yearly)).toEqual([]);
    const long = madeDemand(FIRST, 900, 0.03).map((value, i) => (i < 700 ? value : 3 * value));
    expect(forecastSeries(daily(long), options)!.breaks.length).toBeGreaterThan(0);
  });

  it('does with five weeks, where no tree grows and no year is seen', () => {
    const short = forecastSeries(daily(values.slice(0, 40)), { ...options, horizon: 7 })!;
    expect(short.members.map(({ name }) => name)).toEqual(['seasonal naive', 'ridge', 'smoothing']);
    expect(short.points.every(({ p50 }) => p50 > 0)).toBe(true);
  });

  it('knows nothing of a series that is not known', () => {
    const nothing = daily(new Float64Array(80).fill(Number.NaN));
    expect(forecastSeries(nothing, options)).toBeNull();
    expect(forecastDocument(nothing, request)).toBeNull();
    expect(backtestWindows(daily(new Float64Array(300).fill(Number.NaN)), options, 2)).toEqual([]);
    expect(forecastSeries({ ...nothing, values: new Float64Array(800).fill(Number.NaN) }, options)).toBeNull();
  });
});

describe('a backtest', () => {
  it('forecasts from past origins and sums up; of no windows nothing is known', () => {
    const windows = backtestWindows(daily(madeDemand(FIRST, 240, 0.05)), options, 3);
    const summary = backtestSummary(windows);
    expect(windows.map(({ from }) => from)).toEqual([156, 184, 212]);
    expect(summary.mase).toBeLessThan(1);
    expect(summary.coverage.p99).toBeGreaterThan(0.9);
    expect(backtestSummary([])).toMatchObject({ origins: 0, mase: null, peakCover: { p90: null } });
  });
});

describe('the document', () => {
  const series = hourly(480);

  it('goes from the day to its hour and its second, and gives a curve that rehearse can run', () => {
    const document = forecastDocument(series, { ...request, calendar: koreanCalendar() })!;
    expect(document.points).toHaveLength(14);
    expect(document.asOf).toBe(dateOf(FIRST + 479));
    expect(document.peakHour!.hour).toBe(12);
    expect(document.peakHour!.p50 / document.peak.p50).toBeCloseTo(2 / 24, 2);
    expect(document.peakSecond!.p50 * 3600).toBeGreaterThan(document.peakHour!.p50);
    const curve = document.curves!.p95!;
    expect(curve.shape === 'piecewise' && Math.max(...curve.points.map(([, rate]) => rate))).toBeCloseTo(document.peakHour!.p95 / 3600, 6);
    expect(document.events.map(({ name }) => name)).toEqual(['labour_day', 'childrens_day']);
    expect(document.backtest.origins).toBe(2);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('forecasts hours from hours, with a decomposition when there is one', () => {
    const again = (values: Float64Array, _: readonly number[], horizon: number) =>
      Float64Array.from({ length: horizon }, (_, k) => values[values.length - 168 + (k % 168)]!);
    const document = forecastDocument(
      { ...series, values: series.values.slice(-60 * 24) },
      { ...request, horizon: { count: 48, step: 'hour' }, decompose: again, backtestOrigins: 0 },
    )!;
    expect(document.points[1]!.time).toMatch(/T01:00$/);
    expect(document.method).toContain('decomposition');
    expect(document.peakHour).toBeUndefined();
    expect(document.peakSecond!.p90).toBeGreaterThan(0);
  });

  it('says nothing of hours for daily demand, for daily maxima, or when no day is complete', () => {
    const days = forecastDocument(daily(madeDemand(FIRST, 420, 0.05)), { ...request, backtestOrigins: 0 })!;
    expect([days.peakHour, days.peakSecond, days.curves]).toEqual([undefined, undefined, undefined]);
    expect(forecastDocument(series, { ...request, daily: 'max', backtestOrigins: 0 })!.peakSecond).toBeUndefined();
    const holes = { ...series, values: series.values.map((value, i) => (i % 24 === 3 ? Number.NaN : value)) };
    expect(forecastDocument(holes, { ...request, backtestOrigins: 0 })!.peakSecond).toBeUndefined();
    expect(dayShape(hourly(3), NO_CALENDAR, FIRST + 5)!.busiest).toHaveLength(3);
  });

  it('tells of a level that changed', () => {
    const stepped = daily(madeDemand(FIRST, 300, 0.05).map((value, i) => (i < 200 ? value : 5 * value)));
    const document = forecastDocument(stepped, { ...request, breaks: [FIRST + 200], backtestOrigins: 0 })!;
    expect(document.warnings.join()).toContain(`changed its level on ${dateOf(FIRST + 200)}`);
  });

  it('writes hours before 1970 as hours', () => expect(timeOf('hour', -1)).toBe('1969-12-31T23:00'));
});

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

describe('hit rates', () => {
  it('call a quantile low that is exceeded too often, high that never is, and fine otherwise', () => {
    const claims = Array.from({ length: 40 }, (_, i) => ({ quantiles: { p50: 100, p90: 20, p80: 32 }, actual: i + 1 }));
    expect(hitRates(claims).map(({ judgement }) => judgement)).toEqual(['high', 'low', 'fine']);
    expect(hitRates([])).toEqual([]);
  });
});
