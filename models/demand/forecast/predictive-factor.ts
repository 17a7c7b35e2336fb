import { normalQuantileOfTail } from '../../distributions/normal.ts';
import { studentQuantileOfTail } from '../../distributions/student.ts';

/** Probability beyond each end of a central interval of 95 %. */
const BEYOND = 0.025;
/** Fewest degrees of freedom: Student's t with one has no mean, and its quantiles are too wide to be useful. */
const FEWEST_DEGREES = 2;

/**
 * Ratio of the 95 % prediction interval of a new value to the normal interval, given how few past windows its spread was estimated from.
 *
 *   t₀.₉₇₅(n − methods) / z₀.₉₇₅ · √(1 + 1/n)
 *
 * @param windows independent past windows, n; a fraction counts in the root, and is rounded down for the degrees of freedom
 * @param methods number of methods whose weights were fitted on these windows
 * @example predictiveFactor(52, 5).toFixed(3) // => '1.036'
 */
export function predictiveFactor(windows: number, methods: number): number {
  const degrees = Math.max(FEWEST_DEGREES, Math.floor(windows - methods));
  return (studentQuantileOfTail(BEYOND, degrees) / normalQuantileOfTail(BEYOND)) * Math.sqrt(1 + 1 / Math.max(windows, 1));
}
