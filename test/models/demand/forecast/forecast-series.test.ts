import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../../models/demand/calendar/calendar.ts';
import { dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import { backtestWindows } from '../../../../models/demand/document/backtest.ts';
import type { DocumentRequest } from '../../../../models/demand/document/document-request.ts';
import { forecastDocument } from '../../../../models/demand/document/forecast-document.ts';
import { type ForecastOptions, forecastSeries } from '../../../../models/demand/forecast/forecast-series.ts';
import { mediansOf } from '../../../../models/demand/forecast/point-quantiles.ts';
import { type DemandSeries, knownUntil } from '../../../../models/demand/series/demand-series.ts';
import { levelBreaks } from '../../../../models/demand/series/structural-breaks.ts';
import { madeDemand } from '../made-demand.ts';

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

describe('a forecast', () => {
  const values = madeDemand(FIRST, 500, 0.08);
  const forecast = forecastSeries(daily(values), options)!;

  it('errs little more than the noise that was put in: 8 %, so mean absolute error below 10 %', () => {
    const truth = madeDemand(FIRST, 528, 0);
    const error = mediansOf(forecast.points).reduce((sum, value, k) => sum + Math.abs(value / truth[500 + k]! - 1), 0) / 28;
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
    expect(scaled.points[5]!.p50 / forecast.points[5]!.p50).toBeCloseTo(1024, 3);
  });

  it('does not change by more than the noise of 8 % when all dates move by 52 weeks: the season drifts, and the days of the month', () => {
    const moved = forecastSeries(daily(values, FIRST - 364), options)!;
    for (let k = 0; k < 28; k++) expect(Math.abs(moved.points[k]!.p50 / forecast.points[k]!.p50 - 1)).toBeLessThan(0.08);
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
    const { points, breaks } = forecastSeries(daily(stepped), { ...options, breaks: [FIRST + 400] })!;
    expect(breaks).toEqual([400]);
    expect(points[0]!.p50 / forecast.points[0]!.p50).toBeGreaterThan(3);
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
