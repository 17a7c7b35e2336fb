/**
 * Quantile of sorted numbers, by linear interpolation (type 7 of Hyndman and Fan, the default of R); NaN of none.
 *
 * @example sortedQuantile([1, 2, 3, 4], 0.5) // => 2.5
 */
export function sortedQuantile(sorted: ArrayLike<number>, level: number): number {
  const position = level * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (position - below) * (high - low);
}

/**
 * Quantile of numbers in any order; those that are not finite are left out.
 *
 * @example quantile([3, NaN, 1], 0.5) // => 2
 */
export function quantile(values: ArrayLike<number>, level: number): number {
  return sortedQuantile(Float64Array.from(values).filter(Number.isFinite).sort(), level);
}
