import { sortedQuantile } from '../metrics/quantile.ts';
import { errorPool, pathsFrom } from './joint-paths.ts';
import { errorRows, independentWindows, type PastErrors } from './past-errors.ts';

/** How maxima of futures have to be moved so that they would have been right in the past; logarithms. */
export interface PeakCalibration {
  /** Added to the median of the maximum. */
  readonly shift: number;
  /** Factor on what lies above the median. */
  readonly stretch: number;
}

/** Past windows that are looked at, at most, and futures drawn for each: enough for a median. */
const MOST_WINDOWS = 66;
const FUTURES = 40;
/** Share of a window that must be known. */
const KNOWN = 0.8;
/** Windows that what is said without them is worth: a median is soon believed, a tail late. */
const SHIFT_PRIOR = 5;
const STRETCH_PRIOR = 20;
const MOST_STRETCH = 2;
const LEVEL = 0.9;

/**
 * Compares the highest value of past windows with what futures drawn for them, from errors that do not overlap with them, would have said: the median
 * of the difference is the shift, the 90 % quantile of what is left, as a multiple of the predicted one, the stretch. Both are shrunk towards nothing
 * with few independent windows. What a bootstrap in blocks gets wrong, such as a level and a spread that go together, is thereby mended.
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

const quantileOf = (values: readonly number[], level: number): number => sortedQuantile(Float64Array.from(values).sort(), level);

/** Highest value of a past window above the median of its predicted maximum, and how far the predicted 90 % lies above it; null when too little is known. */
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
  const drawn = Float64Array.from(pathsFrom(path, pool, block, FUTURES, seed, 1), (future) => highest((k) => future[k]!)).sort();
  const middle = sortedQuantile(drawn, 0.5);
  return { missed: highest((k) => path[k]! + error[k]!) - middle, reach: sortedQuantile(drawn, LEVEL) - middle };
}

/** What the maximum cannot be below: the highest of the medians, and of the 90 % quantiles, of single periods. */
export interface PeakFloor {
  readonly p50: number;
  readonly p90: number;
}

/**
 * Futures moved as wholes, so that their maxima are calibrated; their order and the place of each maximum stay.
 *
 * @param widen factor on the spread to both sides, for what a short past does not show
 */
export function calibratedPaths(
  paths: readonly Float64Array[],
  { shift, stretch }: PeakCalibration,
  widen: number,
  floor: PeakFloor,
): Float64Array[] {
  const maxima = Float64Array.from(paths, (path) => path.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY));
  const sorted = maxima.slice().sort();
  const old = sortedQuantile(sorted, 0.5);
  const reach = sortedQuantile(sorted, LEVEL) - old;
  const middle = Math.max(old + shift, floor.p50);
  const up = reach > 0 ? Math.max(stretch * widen, (floor.p90 - middle) / reach) : 1;
  return paths.map((path, i) => {
    const beyond = maxima[i]! - old;
    const move = middle + (beyond > 0 ? up : widen) * beyond - maxima[i]!;
    return path.map((value) => value + move);
  });
}
