import type { ForecastBacktest } from '../../results/forecast/forecast.ts';
import { type ForecastOptions, forecastSeries, type SeriesForecast } from '../forecast/forecast-series.ts';
import { mediansOf } from '../forecast/point-quantiles.ts';
import { coverage } from '../metrics/coverage.ts';
import { meanAbsoluteError } from '../metrics/mean-absolute-error.ts';
import { naiveError } from '../metrics/naive-error.ts';
import { smape } from '../metrics/smape.ts';
import { type DemandSeries, periodsPerDay } from '../series/demand-series.ts';

/** One forecast of the past beside what happened. */
export interface BacktestWindow {
  /** Index of the first period forecast. */
  readonly from: number;
  readonly forecast: SeriesForecast;
  readonly actual: Float64Array;
  /** Mean absolute error of the seasonal naive before the window: the yardstick of MASE. */
  readonly scale: number;
}

/** Days before the first origin, and the years the yardstick is taken from. */
const FEWEST_DAYS_BEFORE = 112;
const SCALE_DAYS = 1095;
const WEEK_DAYS = 7;
/** Futures of a forecast that is only scored: the level of its P90 is known to 1.3 %, and coverage is counted on some 28 days. */
const FUTURES = 500;

/**
 * Forecasts from past origins, one horizon apart, each with nothing but what was known then.
 *
 * @param origins how many, at most; fewer where the history is short
 */
export function backtestWindows(series: DemandSeries, options: ForecastOptions, origins: number): BacktestWindow[] {
  const perDay = periodsPerDay(series.step);
  const windows: BacktestWindow[] = [];
  for (let w = origins; w >= 1; w--) {
    const from = series.values.length - w * options.horizon;
    if (from < FEWEST_DAYS_BEFORE * perDay) continue;
    const before = series.values.subarray(0, from);
    const breaks = options.breaks.filter((day) => day < series.first / perDay + from / perDay);
    const forecast = forecastSeries({ ...series, values: before }, { ...options, breaks, futures: Math.min(options.futures, FUTURES) });
    if (forecast === null) continue;
    const scale = naiveError(before.subarray(-SCALE_DAYS * perDay), WEEK_DAYS * perDay);
    windows.push({ from, forecast, actual: series.values.subarray(from, from + options.horizon), scale });
  }
  return windows;
}

const mean = (values: readonly number[]): number | null => {
  const known = values.filter(Number.isFinite);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

const highest = (values: Float64Array): number =>
  values.filter(Number.isFinite).reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);

/** Accuracy and coverage over all windows; null where no window has a known value. */
export function backtestSummary(windows: readonly BacktestWindow[]): ForecastBacktest {
  const share = (quantile: 'p90' | 'p95' | 'p99') =>
    mean(
      windows.map(({ forecast, actual }) =>
        coverage(
          forecast.points.map((point) => point[quantile]),
          actual,
        ),
      ),
    );
  const peaks = windows
    .map(({ forecast, actual }) => ({ said: forecast.peak.quantiles, was: highest(actual) }))
    .filter(({ was }) => was > 0);
  return {
    origins: windows.length,
    mase: mean(windows.map(({ forecast, actual, scale }) => meanAbsoluteError(mediansOf(forecast.points), actual) / scale)),
    smape: mean(windows.map(({ forecast, actual }) => smape(mediansOf(forecast.points), actual))),
    coverage: { p90: share('p90'), p95: share('p95'), p99: share('p99') },
    peakBias: mean(peaks.map(({ said, was }) => said.p50 / was - 1)),
    peakCover: {
      p50: mean(peaks.map(({ said, was }) => Number(was <= said.p50))),
      p90: mean(peaks.map(({ said, was }) => Number(was <= said.p90))),
    },
  };
}
