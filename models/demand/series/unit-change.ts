import { interpolatedQuantileOf } from '../../statistics/interpolated-quantile.ts';

/** Days on both sides that are compared, and how many of them must be known. */
const SIDE = 14;
const FEWEST_KNOWN = 5;
/** No demand grows or shrinks by this factor from one day to the next and stays there; a change of unit is 1000, 10000, or 1e8 (억). */
const FACTOR = 50;

/** A day from which on a series is in another unit. */
export interface UnitChange {
  /** Index of the first day of the other unit. */
  readonly at: number;
  readonly factor: number;
}

/**
 * The day from which on a daily series is many times what it was, for two weeks or to its end: another unit, not another demand. Null when there is none.
 *
 * @example unitChange([...new Array(20).fill(3), ...new Array(20).fill(3000)]) // => { at: 20, factor: 1000 }
 */
export function unitChange(values: ArrayLike<number>): UnitChange | null {
  const days = Float64Array.from(values);
  const side = (from: number, to: number): number | null => {
    const known = days.subarray(Math.max(0, from), to).filter((value) => value > 0);
    return known.length < FEWEST_KNOWN ? null : interpolatedQuantileOf(known, 0.5);
  };
  let found: UnitChange | null = null;
  let widest = 0;
  for (let at = FEWEST_KNOWN; at + FEWEST_KNOWN <= days.length; at++) {
    if (!(days[at]! > 0)) continue;
    const [before, after] = [side(at - SIDE, at), side(at, at + SIDE)];
    if (before === null || after === null || Math.abs(Math.log(after / before)) < Math.log(FACTOR)) continue;
    const step = Math.abs(Math.log(days[at]! / days[at - 1]!));
    // Next to an unknown or a zero day, only the medians decide.
    const jump = Number.isFinite(step) ? step : Math.log(FACTOR);
    if (jump > widest) [found, widest] = [{ at, factor: after / before }, jump];
  }
  return found;
}
