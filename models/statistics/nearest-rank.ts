import { Refusal } from '../refusal.ts';

/**
 * Quantile of values, or of things by some measure of them, sorted upwards, by nearest rank: the ⌈p·n⌉-th smallest, always one of the values (type 1 of Hyndman and Fan).
 * `interpolatedQuantile` lies between two values instead. Throws a Refusal (`out-of-range`) for no values.
 *
 * @param p share of the values at or below the quantile, 0 to 1
 * @example nearestRank([1, 2, 3, 4], 0.5) // => 2
 * @example nearestRank([1, 2, 3, 4], 0.51) // => 3
 */
export function nearestRank<Value = number>(sorted: ArrayLike<Value>, p: number): Value {
  if (sorted.length === 0) throw new Refusal('out-of-range', 'values: must not be empty to have a quantile');
  // 1 − 0.9 times 10 is a little above 1: rounding must not cost a rank.
  const rank = Math.ceil(p * sorted.length - 1e-9);
  return sorted[Math.min(sorted.length - 1, Math.max(0, rank - 1))]!;
}
