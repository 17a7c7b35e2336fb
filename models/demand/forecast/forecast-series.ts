import type { Calendar } from '../calendar/calendar.ts';
import { type DailyHistory, dailyHistory } from '../components/daily/daily-history.ts';
import { componentSum, type DailyRidge, dailyRidge } from '../components/daily/daily-ridge.ts';
import { hourlyHistory } from '../components/hourly/hourly-history.ts';
import { independentWindows } from '../peak/past-errors.ts';
import { centred, jointPaths, widened } from '../peak/paths/joint-paths.ts';
import { type PathsPeak, peakOfPaths } from '../peak/paths/peak-of-paths.ts';
import { calibratedPaths, peakCalibration } from '../peak/peak-calibration.ts';
import { closedPeriods, closeSome } from '../series/closed-periods.ts';
import type { DemandSeries } from '../series/demand-series.ts';
import { breakWeights, levelBreaks } from '../series/structural-breaks.ts';
import type { WeighedMember } from './combine.ts';
import { type DailyForecast, dailyForecast } from './daily-forecast.ts';
import { type Decompose, hourlyForecast } from './hourly-forecast.ts';
import type { Method } from './methods.ts';
import { type PointQuantiles, pointQuantiles } from './point-quantiles.ts';
import { predictiveFactor } from './predictive-factor.ts';
import { type UnseenCombination, unseenCombination } from './unseen-combination.ts';

/** Options of a forecast. */
export interface ForecastOptions {
  readonly calendar: Calendar;
  /** Periods ahead: days, or hours of an hourly series. */
  readonly horizon: number;
  readonly seed: number;
  /** Joint futures to draw. */
  readonly futures: number;
  /** First days of another regime, as declared by the user; when empty, breaks are detected. */
  readonly breaks: readonly number[];
  readonly decompose: Decompose | null;
  /** One method alone; nothing for `auto`, the average of all. */
  readonly method?: Method;
}

/** Forecast of the periods after a series. P50 of the points is what its errors are measured from. */
export interface SeriesForecast {
  readonly points: readonly PointQuantiles[];
  readonly peak: PathsPeak;
  /** Festivals in the window, and how many past windows like it the peak was calibrated on: festivals when there is one, else windows over none. */
  readonly calibratedOn: { readonly festivals: readonly string[]; readonly windows: number };
  /** What meets on the likeliest day and never met before. */
  readonly unseen: UnseenCombination | null;
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
 * Forecast of a series with its distribution and that of its maximum. Deterministic: the same input and seed give the same bytes. Expects a series
 * without problems (see `seriesProblems`).
 *
 * @returns null when nothing of the series is known, or too little for the one method that was asked for
 */
export function forecastSeries(given: DemandSeries, options: ForecastOptions): SeriesForecast | null {
  const closed = closedPeriods(given, options.calendar, options.horizon);
  const series = closed?.open ?? given;
  const chance = closed?.chance ?? null;
  if (series.step === 'hour') {
    if (options.method === 'mstl' && options.decompose === null) return null;
    const values = series.values.subarray(-MOST_HOURS);
    const history = hourlyHistory(series.first + series.values.length - values.length, values, options.calendar);
    return stated(hourlyForecast(history, options.horizon, options.decompose, options.method), { ...options, chance }, [], null);
  }
  const values = series.values.subarray(-MOST_DAYS);
  const skipped = series.values.length - values.length;
  const history = dailyHistory(series.first + skipped, values, options.calendar);
  const first = dailyRidge(history, values.length + options.horizon);
  if (first === null) return null;
  const declared = options.breaks.map((day) => day - history.first).filter((at) => at > 0 && at < values.length);
  const breaks = declared.length > 0 ? declared.sort((a, b) => a - b) : foundBreaks(history, first);
  const weight = breaks.length === 0 ? null : breakWeights(values.length, breaks);
  const forecast = dailyForecast(history, first, options.horizon, options.seed, weight, options.method);
  if (forecast === null) return null;
  return stated(
    forecast,
    { ...options, chance },
    breaks.map((at) => at + skipped),
    { history, forecast },
  );
}

/** Breaks in what neither calendar nor season explain. */
function foundBreaks(history: DailyHistory, ridge: DailyRidge): number[] {
  const explained = componentSum(ridge, ['year', 'week', 'month', 'holiday']);
  return levelBreaks(history.filled.map((log, i) => log - explained[i]!)).map(({ at }) => at);
}

function stated(
  {
    path,
    past,
    members,
  }: { readonly path: Float64Array; readonly past: DailyForecast['past']; readonly members: readonly WeighedMember[] },
  { futures, seed, chance }: ForecastOptions & { readonly chance: Float64Array | null },
  breaks: readonly number[],
  daily: SeriesForecast['daily'],
): SeriesForecast {
  const widen = predictiveFactor(independentWindows(past.age, path.length / past.perDay), past.methods);
  const drawn = centred(jointPaths(path, past, futures, seed), path);
  const single = widened(drawn, path, widen);
  const open = pointQuantiles(single);
  const floor = { p50: Math.log(highestOf(open, 'p50')), p90: Math.log(highestOf(open, 'p90')) };
  const calibration = peakCalibration(past, seed);
  const unseen = daily === null ? null : unseenCombination(daily.history, daily.forecast);
  const stretch = calibration.stretch * (unseen?.factor ?? 1);
  const joint = calibratedPaths(drawn, { ...calibration, stretch }, widen, floor);
  const paths = chance === null ? joint : closeSome(joint, chance, seed);
  return {
    points: chance === null ? open : pointQuantiles(closeSome(single, chance, seed)),
    peak: peakOfPaths(paths),
    calibratedOn: { festivals: (past.festivals?.ahead ?? []).map(({ name }) => name), windows: Math.floor(calibration.alike) },
    unseen,
    paths,
    members,
    breaks,
    daily,
  };
}

const highestOf = (points: readonly PointQuantiles[], level: 'p50' | 'p90'): number => Math.max(...points.map((point) => point[level]));
