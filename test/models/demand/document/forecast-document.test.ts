import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../../models/demand/calendar/calendar.ts';
import { dateOf, dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import { koreanCalendar } from '../../../../models/demand/calendar/korean-calendar.ts';
import type { DocumentRequest } from '../../../../models/demand/document/document-request.ts';
import { forecastDocument, timeOf } from '../../../../models/demand/document/forecast-document.ts';
import type { ForecastOptions } from '../../../../models/demand/forecast/forecast-series.ts';
import { dayShape } from '../../../../models/demand/peak/peak-hour.ts';
import type { DemandSeries } from '../../../../models/demand/series/demand-series.ts';
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
    // Nothing can be counted in a rate, by the day or by the hour.
    const rate = { ...request, isRate: true, backtestOrigins: 0 };
    expect(forecastDocument(series, rate)!.peakSecond).toBeUndefined();
    const short = { ...series, values: series.values.slice(-60 * 24) };
    expect(forecastDocument(short, { ...rate, horizon: { count: 48, step: 'hour' } })!.peakSecond).toBeUndefined();
    expect(dayShape(hourly(3), NO_CALENDAR, FIRST + 5)!.busiest).toHaveLength(3);
  });

  it('tells of a level that changed', () => {
    const stepped = daily(madeDemand(FIRST, 300, 0.05).map((value, i) => (i < 200 ? value : 5 * value)));
    const document = forecastDocument(stepped, { ...request, breaks: [FIRST + 200], backtestOrigins: 0 })!;
    expect(document.warnings.join()).toContain(`changed its level on ${dateOf(FIRST + 200)}`);
  });

  it('writes hours before 1970 as hours', () => expect(timeOf('hour', -1)).toBe('1969-12-31T23:00'));
});
