import { interpolatedQuantile } from '../../statistics/interpolated-quantile.ts';
import { centred } from './centred.ts';
import { errorPool, pathsFrom } from './joint-paths.ts';
import { errorRows, independentWindows, type PastErrors } from './past-errors.ts';

/** Correction of the maxima of futures that would have calibrated them in the past; logarithms. */
export interface PeakCalibration {
  /** Added to the median of the maximum. */
  readonly shift: number;
  /** Factor on the distance above the median. */
  readonly stretch: number;
}

/** Most past windows that are used, and futures drawn for each: enough for a median. */
const MOST_WINDOWS = 66;
const FUTURES = 40;
/** Share of a window that must be known. */
const KNOWN = 0.8;
/** Prior weights, in independent windows, of no correction. The median is corrected after few windows, the tail after many. */
const SHIFT_PRIOR = 5;
const STRETCH_PRIOR = 20;
const MOST_STRETCH = 2;
const LEVEL = 0.9;

/**
 * Calibrates the predicted maximum on past windows. For each window, futures are drawn from errors that do not overlap with it, and their
 * maxima are compared with the actual one. The median difference is the shift. The 90 % quantile of the remaining difference, as a multiple
 * of the predicted distance, is the stretch. Both are shrunk towards no correction when few windows are independent. This corrects errors
 * of a block bootstrap, such as a spread that depends on the level.
 *
 * Source: split conformal prediction, J. Lei et al., Distribution-free predictive inference for regression, JASA 113 (2018), with its quantile level
 * τ·(1 + 1/n), applied to the window maximum.
 */
export function peakCalibration(past: PastErrors, seed: number): PeakCalibration {
  const rows = errorRows(past);
  const horizon = rows[0]?.row.length ?? 0;
  const days = horizon / past.perDay;
  const every = Math.max(1, Math.ceil(rows.length / MOST_WINDOWS));
  const seen: { missed: number; reach: number; age: number }[] = [];
  for (let i = 0; i < rows.length; i += every) {
    const { origin, age } = rows[i]!;
    const one = missed(past, origin, errorPool(rows, age, days), seed + origin);
    if (one !== null) seen.push({ ...one, age });
  }
  const windows = independentWindows(
    seen.map(({ age }) => age),
    days,
  );
  if (windows === 0) return { shift: 0, stretch: 1 };
  const middle = quantileOf(
    seen.map((one) => one.missed),
    0.5,
  );
  const beyond = quantileOf(
    seen.map((one) => (one.missed - middle) / Math.max(one.reach, 1e-6)),
    Math.min(1, LEVEL * (1 + 1 / windows)),
  );
  const stretch = Math.min(Math.max(beyond, 1 / MOST_STRETCH), MOST_STRETCH);
  return { shift: (middle * windows) / (windows + SHIFT_PRIOR), stretch: stretch ** (windows / (windows + STRETCH_PRIOR)) };
}

const quantileOf = (values: readonly number[], level: number): number => interpolatedQuantile(Float64Array.from(values).sort(), level);

/**
 * Difference between the highest value of a past window and the median of its predicted maximum, and between the predicted 90 % quantile
 * and that median; null when too much of the window is unknown.
 */
function missed(
  { said, errors, block }: PastErrors,
  origin: number,
  pool: ReturnType<typeof errorPool>,
  seed: number,
): { missed: number; reach: number } | null {
  const error = errors[origin]!;
  const known = [...error.keys()].filter((k) => Number.isFinite(error[k]));
  if (known.length < KNOWN * error.length || pool.all.length === 0) return null;
  const highest = (value: (k: number) => number): number => known.reduce((most, k) => Math.max(most, value(k)), Number.NEGATIVE_INFINITY);
  const path = said[origin]!;
  const drawn = Float64Array.from(centred(pathsFrom(path, pool, block, FUTURES, seed), path, 1), (future) =>
    highest((k) => future[k]!),
  ).sort();
  const middle = interpolatedQuantile(drawn, 0.5);
  return { missed: highest((k) => path[k]! + error[k]!) - middle, reach: interpolatedQuantile(drawn, LEVEL) - middle };
}

/** Lower bounds of the maximum: the highest median, and the highest 90 % quantile, of single periods. */
export interface PeakFloor {
  readonly p50: number;
  readonly p90: number;
}

/**
 * Futures shifted as a whole so that their maxima are calibrated; the shape of each, and the time of its maximum, are kept.
 *
 * @param widen factor on the spread to both sides, for a short past
 */
export function calibratedPaths(
  paths: readonly Float64Array[],
  { shift, stretch }: PeakCalibration,
  widen: number,
  floor: PeakFloor,
): Float64Array[] {
  const maxima = Float64Array.from(paths, (path) => path.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY));
  const sorted = maxima.slice().sort();
  const old = interpolatedQuantile(sorted, 0.5);
  const reach = interpolatedQuantile(sorted, LEVEL) - old;
  const middle = Math.max(old + shift, floor.p50);
  const up = reach > 0 ? Math.max(stretch * widen, (floor.p90 - middle) / reach) : 1;
  return paths.map((path, i) => {
    const beyond = maxima[i]! - old;
    const move = middle + (beyond > 0 ? up : widen) * beyond - maxima[i]!;
    return path.map((value) => value + move);
  });
}
