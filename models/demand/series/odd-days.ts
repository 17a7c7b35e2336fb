import { interpolatedQuantileOf } from '../../statistics/interpolated-quantile.ts';

const SIDE = 14;
/** Multiple of the days around it from which a day is reported as a launch or a typing error. */
const FACTOR = 20;

/**
 * Indexes of days that stand alone, many times the median of the two weeks on both sides.
 *
 * @example oddDays([...new Array(20).fill(3), 900, ...new Array(20).fill(3)]) // => [20]
 */
export function oddDays(values: ArrayLike<number>): number[] {
  const days = Float64Array.from(values);
  return [...days.keys()].filter((i) => {
    const around = days.slice(Math.max(0, i - SIDE), i + SIDE + 1);
    return days[i]! > FACTOR * interpolatedQuantileOf(around, 0.5);
  });
}

/**
 * Zero days at the end of a series.
 *
 * @example trailingZeros([1, 0, 0]) // => 2
 */
export function trailingZeros(values: ArrayLike<number>): number {
  let count = 0;
  while (count < values.length && values[values.length - 1 - count] === 0) count++;
  return count;
}
