import { interpolatedQuantile } from '../../statistics/interpolated-quantile.ts';
import type { Festival } from './festivals-in.ts';

/** Errors of past forecasts, one row an origin, and when they were made. */
export interface PastErrors {
  /** Truth minus forecast on the log scale, by period ahead; NaN where unknown. */
  readonly errors: readonly Float64Array[];
  /** Forecasts from the same origins, logarithms. */
  readonly said: readonly Float64Array[];
  /** Days from each origin to the one of the forecast, positive. */
  readonly age: readonly number[];
  /** Periods of errors that stay together: a week of days, a day of hours. */
  readonly block: number;
  readonly perDay: number;
  /** Methods whose weights were chosen on these errors. */
  readonly methods: number;
  /** Festivals in the window ahead, and in that of each origin; nothing for none. */
  readonly festivals?: { readonly ahead: readonly Festival[]; readonly past: readonly (readonly Festival[])[] };
}

/** Errors of one origin without gaps, and their median: how far the level was off. */
export interface ErrorRow {
  readonly row: Float64Array;
  readonly middle: number;
  readonly age: number;
  /** Number of the origin. */
  readonly origin: number;
}

/**
 * Error rows of the origins with at least one known error. Unknown errors are replaced by the median of their row, so that one missing day
 * does not shift the others.
 */
export function errorRows({ errors, age }: PastErrors): ErrorRow[] {
  return errors.flatMap((error, origin) => {
    const known = error.filter(Number.isFinite);
    if (known.length === 0) return [];
    const middle = interpolatedQuantile(known.sort(), 0.5);
    return [{ row: error.map((value) => (Number.isFinite(value) ? value : middle)), middle, age: age[origin]!, origin }];
  });
}

/**
 * Number of windows of one horizon that fit into the span of the origins without overlapping; errors of overlapping windows are not
 * independent. May be a fraction.
 *
 * @param age days of the origins
 * @param days horizon
 * @example independentWindows([70, 42, 14], 28) // => 3
 */
export function independentWindows(age: readonly number[], days: number): number {
  return age.length === 0 ? 0 : (Math.max(...age) - Math.min(...age)) / days + 1;
}
