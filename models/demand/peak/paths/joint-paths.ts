import { interpolatedQuantile } from '../../../statistics/interpolated-quantile.ts';
import { randomFrom } from '../../../workload/users/random.ts';
import { type ErrorRow, errorRows, independentWindows, type PastErrors } from '../past-errors.ts';
import { mappedPaths, pathRows, sortedPeriod } from './path-rows.ts';

const YEAR = 365.25;
/** Days to both sides of the same date in other years that make a season. */
const SEASON = 50;
/**
 * Prior weight, in independent windows, against preferring errors of the same season: with n windows of it, the share n/(n + 3) of the
 * draws comes from the season.
 */
const SEASON_PRIOR = 3;
/** With fewer independent windows than this, levels of both signs count: the few may all have been on one side. */
const FEWEST_ONE_SIDED = 4;

/** Errors that a future is drawn from: all errors, those of its season, and the share of draws from the latter. */
export interface ErrorPool {
  readonly all: readonly ErrorRow[];
  readonly season: readonly ErrorRow[];
  readonly fromSeason: number;
  readonly bothSigns: boolean;
  /** Lowest and highest error observed; futures stay between them. */
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Errors to draw from, for a forecast made `age` days before the last one.
 *
 * @param age 0 for the forecast itself
 * @param days horizon; for a forecast of the past, what overlaps with it is left out
 */
export function errorPool(rows: readonly ErrorRow[], age: number, days: number): ErrorPool {
  const all = age === 0 ? rows : rows.filter((row) => Math.abs(row.age - age) >= days);
  const season = all.filter((row) => {
    const phase = Math.abs(row.age - age) % YEAR;
    return Math.min(phase, YEAR - phase) <= SEASON;
  });
  const windows = independentWindows(
    all.map((row) => row.age),
    days,
  );
  const inSeason = (windows * season.length) / Math.max(all.length, 1);
  const bothSigns = windows < FEWEST_ONE_SIDED;
  return { all, season, fromSeason: inSeason / (inSeason + SEASON_PRIOR), bothSigns, ...rangeOf(all, bothSigns) };
}

/** Lowest and highest error; with levels of both signs, each of them together with the deviations from it. */
function rangeOf(rows: readonly ErrorRow[], bothSigns: boolean): { lowest: number; highest: number } {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const level = Math.max(...rows.map(({ middle }) => Math.abs(middle)));
  for (const { row, middle } of rows) {
    for (let k = 0; k < row.length; k++) {
      const value = row[k]!;
      lowest = Math.min(lowest, bothSigns ? value - middle - level : value);
      highest = Math.max(highest, bothSigns ? value - middle + level : value);
    }
  }
  return { lowest, highest };
}

/** Joint futures of one path from a pool of errors; see `jointPaths`. */
export function pathsFrom(path: Float64Array, pool: ErrorPool, block: number, count: number, seed: number): Float64Array[] {
  const random = randomFrom(seed, count);
  const rows = pathRows(count, path.length);
  for (const row of rows) row.set(path);
  if (pool.all.length === 0) return rows;
  const draw = (): ErrorRow => {
    const from = random() < pool.fromSeason ? pool.season : pool.all;
    return from[Math.floor(random() * from.length)]!;
  };
  for (const out of rows) {
    // The level alone: a day that came in far too low, an outage or an incomplete day, says nothing of days far too high.
    const sign = pool.bothSigns && random() < 0.5 ? -1 : 1;
    const level = sign * draw().middle;
    for (let start = 0; start < out.length; start += block) {
      const { row, middle } = draw();
      const end = Math.min(start + block, out.length);
      for (let k = start; k < end; k++) {
        const error = level + row[k]! - middle;
        out[k]! += Math.min(Math.max(error, pool.lowest), pool.highest);
      }
    }
  }
  return rows;
}

/**
 * Thousands of joint futures on the log scale: the forecast plus errors of the past. The median error of one origin (how far the level was off) stays for
 * the whole horizon; the rest is taken in blocks from other origins, at the same distance ahead. Origins of the same season are preferred, the more
 * the more of them there are. No error is larger than the largest one seen.
 *
 * @param path forecast, logarithms
 * @returns one row a future
 *
 * Source: moving-block bootstrap, H. R. Künsch, Annals of Statistics 17 (1989). The same seed gives the same futures.
 */
export function jointPaths(path: Float64Array, past: PastErrors, count: number, seed: number): Float64Array[] {
  return pathsFrom(path, errorPool(errorRows(past), 0, path.length / past.perDay), past.block, count, seed);
}

/**
 * Futures moved period by period so that their median is the forecast: what is given out as P50 is then the point that past errors were measured from. Without
 * it, a season whose few past errors all lay on one side would move P50 by all of them, on the word of two or three windows.
 *
 * @param paths futures, logarithms
 * @param path forecast, logarithms
 *
 * @example centred([Float64Array.of(1), Float64Array.of(2), Float64Array.of(4)], Float64Array.of(5)).join() // => '4,5,7'
 */
export function centred(paths: readonly Float64Array[], path: Float64Array): Float64Array[] {
  const room = new Float64Array(paths.length);
  const move = path.map((value, k) => value - interpolatedQuantile(sortedPeriod(paths, k, room), 0.5));
  return mappedPaths(paths, (value, k) => value + move[k]!);
}

/**
 * Futures further from the forecast by a factor.
 *
 * @example widened([Float64Array.of(3)], Float64Array.of(2), 4).join() // => '6'
 */
export function widened(paths: readonly Float64Array[], path: Float64Array, factor: number): Float64Array[] {
  return mappedPaths(paths, (value, k) => path[k]! + factor * (value - path[k]!));
}
