import type { CurveSpec } from '../../workload/arrivals/curve-spec.ts';
import type { ForecastLaunch } from './forecast-launch.ts';
import type { PeakQuantiles } from './peak-quantiles.ts';

/** One period of a forecast; quantiles in the unit of the series, time in local time. */
export interface ForecastPoint {
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:00` for hours. */
  readonly time: string;
  readonly mean: number;
  readonly p05: number;
  readonly p50: number;
  readonly p80: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
}

/** Distribution of the highest value of the window: not the highest of the means, and not the highest of the quantiles. */
export interface ForecastPeak extends PeakQuantiles {
  readonly window: { readonly from: string; readonly to: string };
  /**
   * Festivals in the window, and how many past windows of this kind the quantiles were calibrated on: past festivals, or where there is none ahead, windows over
   * none that do not overlap.
   */
  readonly calibratedOn?: { readonly festivals: readonly string[]; readonly windows: number };
  /** Most likely times of the highest value, most likely first. */
  readonly likelyAt: readonly { readonly time: string; readonly probability: number }[];
}

/** A holiday or event in the window, with the past effects of days of that name as factors on a usual day. */
export interface ForecastEvent {
  readonly name: string;
  readonly time: string;
  readonly factor: number | null;
  readonly seen: { readonly occurrences: number; readonly low: number; readonly high: number } | null;
}

/** Accuracy and coverage of past forecasts, each made only from the data before it. */
export interface ForecastBacktest {
  readonly origins: number;
  readonly mase: number | null;
  readonly smape: number | null;
  /** Share of periods at or below the quantile. */
  readonly coverage: { readonly p90: number | null; readonly p95: number | null; readonly p99: number | null };
  /** Mean of predicted median peak over true peak, minus 1. */
  readonly peakBias: number | null;
  /** Share of windows whose peak was at or below the quantile. */
  readonly peakCover: { readonly p50: number | null; readonly p90: number | null };
}

/** `forecast.json`. */
export interface ForecastDocument {
  readonly schema: 'surgeproof/forecast';
  readonly version: 1;
  readonly series: string;
  readonly unit: string;
  readonly asOf: string;
  readonly method: string;
  readonly calendarVersion: string;
  readonly points: readonly ForecastPoint[];
  readonly peak: ForecastPeak;
  /** Highest hour of the peak day, from the shape of past days: a day's total, by hour. */
  readonly peakHour?: PeakQuantiles & { readonly hour: number; readonly share: number };
  /** Arrivals in the busiest second of that hour. */
  readonly peakSecond?: PeakQuantiles & { readonly varianceToMean: number; readonly kind: 'measured' | 'assumed' };
  readonly events: readonly ForecastEvent[];
  readonly backtest: ForecastBacktest;
  readonly warnings: readonly string[];
  /** Arrivals a second at the quantiles, for `rehearse --forecast`. */
  readonly curves?: { readonly [quantile: string]: CurveSpec };
  /** Tail of the errors of this forecast; left out where too few errors are known. */
  readonly tail?: ForecastTail;
  /** Announced events, each with curves of its own. */
  readonly launches?: readonly ForecastLaunch[];
}

/** Rare excess of a day over its forecast, from the errors of past forecasts beyond a threshold. */
export interface ForecastTail {
  /** Share of days that stay below `factor`. */
  readonly level: number;
  /** On the median forecast of the day, with its 95 % interval. */
  readonly factor: number;
  readonly low: number;
  readonly high: number;
  /** Independent errors above the threshold, the threshold as a factor, and the shape ξ that was fitted. */
  readonly exceedances: number;
  readonly threshold: number;
  readonly shape: number;
}
