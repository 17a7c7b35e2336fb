import type { Calendar } from '../calendar/calendar.ts';
import { type DailyHistory, dailyHistory } from '../components/daily-history.ts';
import { componentSum, dailyRidge } from '../components/daily-ridge.ts';
import { hourlyHistory } from '../components/hourly-history.ts';
import { jointPaths } from '../peak/joint-paths.ts';
import { type PathsPeak, peakOfPaths } from '../peak/peak-of-paths.ts';
import type { DemandSeries } from '../series/demand-series.ts';
import { breakWeights, levelBreaks } from '../series/structural-breaks.ts';
import type { WeighedMember } from './combine.ts';
import { type DailyForecast, dailyForecast } from './daily-forecast.ts';
import { type Decompose, hourlyForecast } from './hourly-forecast.ts';
import type { Method } from './methods.ts';
import { type PointQuantiles, pointQuantiles } from './point-quantiles.ts';

/** How to forecast. */
export interface ForecastOptions {
  readonly calendar: Calendar;
  /** Periods ahead: days, or hours of an hourly series. */
  readonly horizon: number;
  readonly seed: number;
  /** Joint futures to draw. */
  readonly futures: number;
  /** First days of another regime, as declared by the user; found ones are added. */
  readonly breaks: readonly number[];
  readonly decompose: Decompose | null;
  /** One method alone; nothing for `auto`, the average of all. */
  readonly method?: Method;
}

/** What is said about the periods after a series. */
export interface SeriesForecast {
  /** Forecast in the middle of its distribution, by period. */
  readonly path: Float64Array;
  readonly points: readonly PointQuantiles[];
  readonly peak: PathsPeak;
  /** Joint futures, logarithms. */
  readonly paths: readonly Float64Array[];
  readonly members: readonly WeighedMember[];
  /** Index of the first day of each regime that was taken into account. */
  readonly breaks: readonly number[];
  readonly daily: { readonly history: DailyHistory; readonly forecast: DailyForecast } | null;
}

/** Most of the history that is learned from: four years of days, three of hours. */
const MOST_DAYS = 1461;
const MOST_HOURS = 26_304;
/**
 * Errors of the past understate those to come, as members and weights were chosen on them: factors measured on real series so that 95 % intervals hold about
 * that share (see docs/benchmarks.md). Hours need more, as their origins of the past lie within half a year.
 */
const WIDEN = { day: { points: 1.1, peak: 1 }, hour: { points: 1.25, peak: 1.15 } } as const;

/**
 * Forecast of a series with its distribution and that of its maximum. Deterministic: the same input and seed give the same bytes. Expects a series
 * without problems (see `seriesProblems`).
 *
 * @returns null when nothing of the series is known, or too little for the one method that was asked for
 */
export function forecastSeries(series: DemandSeries, options: ForecastOptions): SeriesForecast | null {
  if (series.step === 'hour') {
    if (options.method === 'mstl' && options.decompose === null) return null;
    const values = series.values.subarray(-MOST_HOURS);
    const history = hourlyHistory(series.first + series.values.length - values.length, values, options.calendar);
    return stated(hourlyForecast(history, options.horizon, options.decompose, options.method), { ...options, widen: WIDEN.hour }, [], null);
  }
  const values = series.values.subarray(-MOST_DAYS);
  const skipped = series.values.length - values.length;
  const history = dailyHistory(series.first + skipped, values, options.calendar);
  const declared = options.breaks.map((day) => day - history.first).filter((at) => at > 0 && at < values.length);
  const breaks = declared.length > 0 ? declared.sort((a, b) => a - b) : foundBreaks(history);
  const weight = breaks.length === 0 ? null : breakWeights(values.length, breaks);
  const forecast = dailyForecast(history, options.horizon, options.seed, weight, options.method);
  if (forecast === null) return null;
  return stated(
    forecast,
    { ...options, widen: WIDEN.day },
    breaks.map((at) => at + skipped),
    { history, forecast },
  );
}

/** Breaks in what neither calendar nor season explain. */
function foundBreaks(history: DailyHistory): number[] {
  const ridge = dailyRidge(history, history.known.length);
  if (ridge === null) return [];
  const explained = componentSum(ridge, ['year', 'week', 'month', 'holiday']);
  return levelBreaks(history.filled.map((log, i) => log - explained[i]!)).map(({ at }) => at);
}

function stated(
  {
    path,
    past,
    members,
  }: { readonly path: Float64Array; readonly past: DailyForecast['past']; readonly members: readonly WeighedMember[] },
  { futures, seed, widen }: ForecastOptions & { readonly widen: { readonly points: number; readonly peak: number } },
  breaks: readonly number[],
  daily: SeriesForecast['daily'],
): SeriesForecast {
  const paths = jointPaths(path, past, futures, seed, widen.peak);
  const wide = jointPaths(path, past, futures, seed, widen.points);
  return { path: path.map(Math.exp), points: pointQuantiles(wide), peak: peakOfPaths(paths), paths, members, breaks, daily };
}
