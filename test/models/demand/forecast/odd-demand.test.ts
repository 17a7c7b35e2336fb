import { describe, expect, it } from 'vitest';
import { dayNumber, weekdayOf } from '../../../../models/demand/calendar/day-number.ts';
import { koreanCalendar } from '../../../../models/demand/calendar/korean-calendar.ts';
import { forecastSeries, type SeriesForecast } from '../../../../models/demand/forecast/forecast-series.ts';
import { mediansOf } from '../../../../models/demand/forecast/point-quantiles.ts';
import { seriesProblems } from '../../../../models/demand/series/series-problems.ts';
import { madeDemand } from '../made-demand.ts';
import { ODD, oddDemand } from './odd-demand.ts';

const FIRST = dayNumber('2022-01-03')!;
const options = { calendar: koreanCalendar(), horizon: 28, seed: 3, futures: 400, breaks: [], decompose: null };
const forecastOf = (values: Float64Array): SeriesForecast => forecastSeries({ step: 'day', first: FIRST, values }, options)!;
const highest = (values: Float64Array): number => Math.max(...values.filter(Number.isFinite));

function expectSane({ points, peak }: SeriesForecast): void {
  for (const { mean, p025, p05, p50, p80, p90, p95, p975, p99 } of points) {
    const row = [p025, p05, p50, p80, p90, p95, p975, p99];
    expect([mean, ...row].every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    expect(row).toEqual([...row].sort((a, b) => a - b));
  }
  expect(mediansOf(points).every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
  const { p50, p80, p90, p95, p99 } = peak.quantiles;
  expect([p50, p80, p90, p95, p99]).toEqual([p50, p80, p90, p95, p99].sort((a, b) => a - b));
  expect(p50).toBeGreaterThanOrEqual(0.999 * Math.max(...points.map((point) => point.p50)));
}

describe.each(Object.entries(ODD))('%s', (_, odd) => {
  const values = oddDemand(odd, FIRST);
  const forecast = forecastOf(values);

  it('is accepted, and answered in numbers that are in order', () => {
    expect(seriesProblems({ step: 'day', first: FIRST, values }, 28)).toEqual([]);
    expectSane(forecast);
  });

  it('has 95 % intervals that hold at least four of five days that follow: fewer is no bad luck with 28 nearly independent days', () => {
    const after = oddDemand(odd, FIRST, 28).slice(odd.days);
    const known = [...after.keys()].filter((k) => Number.isFinite(after[k]));
    const inside = known.filter((k) => after[k]! >= forecast.points[k]!.p025 && after[k]! <= forecast.points[k]!.p975);
    expect(inside.length / known.length).toBeGreaterThanOrEqual(0.8);
  });

  it('does not promise a peak beyond all reason: P50 between half and one and a half times the highest day of the last year', () => {
    const peak = forecast.peak.quantiles.p50 / highest(values.slice(-365));
    expect(peak).toBeGreaterThan(odd.tails === undefined ? 0.5 : 0.1);
    expect(peak).toBeLessThan(1.5);
  });
});

describe('a forecast', () => {
  it('is zero on days that are always closed, and on no other', () => {
    const { points } = forecastOf(oddDemand(ODD['closed on Sundays']!, FIRST));
    points.forEach(({ p50 }, k) => void expect(p50 > 0).toBe(weekdayOf(FIRST + 500 + k) !== 6));
    mediansOf(points).forEach((value, k) => void expect(value > 800).toBe(weekdayOf(FIRST + 500 + k) !== 6));
  });

  it('follows growth: 0.08 % a day for 1,200 days and 14 more, within 5 %', () => {
    const path = mediansOf(forecastOf(oddDemand({ ...ODD['growth and holidays']!, noise: 0.02 }, FIRST)).points);
    expect(Math.abs(path[13]! / (1000 * 1.0008 ** 1213) - 1)).toBeLessThan(0.05);
  });

  it('sees a strong week: Sunday at four times Monday, within a tenth', () => {
    const path = mediansOf(forecastOf(oddDemand(ODD['a strong week']!, FIRST)).points);
    const on = (weekday: number): number => path[[...path.keys()].find((k) => weekdayOf(FIRST + 500 + k) === weekday)!]!;
    expect(Math.abs(on(6) / on(0) / 4 - 1)).toBeLessThan(0.1);
  });

  it('is far wider after sixty days than after six hundred: little was seen', () => {
    const width = (days: number): number => {
      const { points } = forecastOf(madeDemand(FIRST, 600, 0.05).slice(-days));
      return points.reduce((sum, point) => sum + Math.log(point.p975 / point.p025), 0);
    };
    expect(width(60)).toBeGreaterThan(1.2 * width(600));
  });

  it('of two years of hours with hours that daylight saving skips or doubles is sane, and knows noon from night', () => {
    const days = 730;
    const values = Float64Array.from({ length: days * 24 }, (_, i) => {
      const lost = i % (182 * 24) === 2;
      return lost ? Number.NaN : (100 + 80 * Math.sin((2 * Math.PI * ((i % 24) - 6)) / 24)) * Math.exp(0.05 * Math.sin(i * i));
    });
    const series = { step: 'hour', first: FIRST * 24, values } as const;
    const forecast = forecastSeries(series, { ...options, horizon: 168 })!;
    expectSane(forecast);
    expect(forecast.points[12]!.p50 / forecast.points[0]!.p50).toBeGreaterThan(4);
  });
});
