/**
 * Quantile of values sorted upwards, by linear interpolation (type 7 of Hyndman and Fan, the default of R); NaN for no values.
 * `nearestRank` is always one of the values instead.
 *
 * @param level share of the distribution at or below the quantile, 0 to 1
 * @example interpolatedQuantile([1, 2, 3, 4], 0.5) // => 2.5
 */
export function interpolatedQuantile(sorted: ArrayLike<number>, level: number): number {
  const position = level * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (position - below) * (high - low);
}

/**
 * Interpolated quantile of values in any order; values that are not finite are left out, and NaN is returned when none is left.
 *
 * @param level share of the distribution at or below the quantile, 0 to 1
 * @example interpolatedQuantileOf([3, NaN, 1], 0.5) // => 2
 */
export function interpolatedQuantileOf(values: ArrayLike<number>, level: number): number {
  return interpolatedQuantile(Float64Array.from(values).filter(Number.isFinite).sort(), level);
}
