import type { BacktestRow, CalibrationLevel } from '../../results/forecast/forecast-report.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { nameOf } from '../calendar/event-calendar.ts';
import type { BacktestWindow } from '../document/backtest.ts';
import { mediansOf } from '../forecast/point-quantiles.ts';
import { coverage } from '../metrics/coverage.ts';
import { meanAbsoluteError } from '../metrics/mean-absolute-error.ts';
import { festivalsIn } from '../peak/festivals-in.ts';
import { type DemandSeries, periodsPerDay } from '../series/demand-series.ts';

const WEEK_DAYS = 7;
const LEVELS = [
  ['p05', 0.05],
  ['p50', 0.5],
  ['p80', 0.8],
  ['p90', 0.9],
  ['p95', 0.95],
  ['p99', 0.99],
] as const;

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** The same period of the last known week before `from`, repeated: what every forecast has to beat. */
function seasonalNaive(values: Float64Array, from: number, horizon: number, season: number): Float64Array {
  return Float64Array.from({ length: horizon }, (_, k) => {
    let at = from + k;
    do at -= season;
    while (at >= 0 && (at >= from || !Number.isFinite(values[at])));
    return values[at] ?? Number.NaN;
  });
}

/** Names of festivals near a window, the events of a team not among them. */
function festivalNames(calendar: Calendar, first: number, days: number): string[] {
  const official = { ...calendar, events: calendar.events.filter(({ isOwn }) => isOwn !== true) };
  return [...new Set(festivalsIn(official, first, days).map(({ name, day }) => nameOf(calendar, name, day)))];
}

/** Each forecast of the past beside what came, and beside the seasonal naive from the same origin. */
export function backtestRows(series: DemandSeries, windows: readonly BacktestWindow[], calendar: Calendar): BacktestRow[] {
  const perDay = periodsPerDay(series.step);
  const season = WEEK_DAYS * perDay;
  return windows.map(({ from, forecast, actual, scale }) => {
    const known = actual.filter(Number.isFinite);
    const { p50, p90, p99 } = forecast.peak.quantiles;
    const naive = seasonalNaive(series.values, from, actual.length, season);
    return {
      first: series.first + from,
      actual: Array.from(actual, orNull),
      said: forecast.points.map((point) => ({ p05: point.p05, p50: point.p50, p95: point.p95 })),
      mase: orNull(meanAbsoluteError(mediansOf(forecast.points), actual) / scale),
      naiveMase: orNull(meanAbsoluteError(naive, actual) / scale),
      festivals: festivalNames(calendar, (series.first + from) / perDay, actual.length / perDay),
      peak: known.length === 0 ? null : { actual: known.reduce((most, value) => Math.max(most, value)), p50, p90, p99 },
    };
  });
}

/**
 * Share of periods at or below each quantile, over all windows and in the extreme ones: periods of one window err together, so the windows, not
 * the periods, are the sample.
 */
export function calibrationLevels(windows: readonly BacktestWindow[]): CalibrationLevel[] {
  return LEVELS.flatMap(([name, level]) => {
    const shares = windows.flatMap(({ forecast, actual }) => {
      const periods = actual.filter(Number.isFinite).length;
      const stated = forecast.points.map((point) => point[name]);
      return periods === 0 ? [] : [{ periods, share: coverage(stated, actual) }];
    });
    if (shares.length === 0) return [];
    const periods = shares.reduce((sum, one) => sum + one.periods, 0);
    const all = shares.map(({ share }) => share);
    const share = shares.reduce((sum, one) => sum + one.share * one.periods, 0) / periods;
    return [{ level, share, low: Math.min(...all), high: Math.max(...all), periods }];
  });
}
