import { randomFrom } from '../../workload/random.ts';
import { sortedQuantile } from '../metrics/quantile.ts';

/** Errors of past forecasts, one row an origin, and when they were made. */
export interface PastErrors {
  /** Truth minus forecast on the log scale, by day ahead; NaN where unknown. */
  readonly errors: readonly Float64Array[];
  /** Days from each origin to the one of the forecast, positive. */
  readonly age: readonly number[];
  /** Periods of errors that stay together: a week of days, a day of hours. */
  readonly block: number;
}

const YEAR = 365.25;
/** Days to both sides of the same date in other years that make a season. */
const SEASON = 50;
/** Origins a season needs before it is preferred. */
const FEWEST_IN_SEASON = 8;
/** Share of the draws that come from the same season, when there are enough. */
const FROM_SEASON = 0.85;

/** Whether an origin so many days ago lay in the same season. */
const sameSeason = (age: number): boolean => {
  const phase = age % YEAR;
  return Math.min(phase, YEAR - phase) <= SEASON;
};

/**
 * Thousands of joint futures on the log scale: the forecast plus errors of the past. The median error of one origin (how far the level was off) stays for
 * the whole horizon; the rest is taken in blocks from other origins, at the same distance ahead. Origins of the same season are preferred.
 *
 * @param path forecast, logarithms
 * @param widen factor on all errors: 1 for as they were
 * @returns one row a future
 *
 * Source: moving-block bootstrap, H. R. Künsch, Annals of Statistics 17 (1989). The same seed gives the same futures.
 */
export function jointPaths(path: Float64Array, past: PastErrors, count: number, seed: number, widen: number): Float64Array[] {
  const random = randomFrom(seed, count);
  const rows = past.errors.map((error) => gapless(error));
  const known = rows.flatMap((row, i) => (row === null ? [] : [i]));
  if (known.length === 0) return Array.from({ length: count }, () => path.slice());
  const season = known.filter((i) => sameSeason(past.age[i]!));
  const prefer = season.length >= FEWEST_IN_SEASON ? season : known;
  const draw = (): { row: Float64Array; middle: number } => {
    const from = random() < FROM_SEASON ? prefer : known;
    return rows[from[Math.floor(random() * from.length)]!]!;
  };
  return Array.from({ length: count }, () => {
    const out = path.slice();
    const level = draw().middle;
    for (let start = 0; start < out.length; start += past.block) {
      const { row, middle } = draw();
      const end = Math.min(start + past.block, out.length);
      for (let k = start; k < end; k++) out[k]! += widen * (level + row[k]! - middle);
    }
    return out;
  });
}

/** Median and errors of one origin; what is unknown counts as the median. Null when nothing is known. One lost day must not lift all others. */
function gapless(error: Float64Array): { row: Float64Array; middle: number } | null {
  const known = error.filter(Number.isFinite);
  if (known.length === 0) return null;
  const middle = sortedQuantile(known.sort(), 0.5);
  return { row: error.map((value) => (Number.isFinite(value) ? value : middle)), middle };
}
