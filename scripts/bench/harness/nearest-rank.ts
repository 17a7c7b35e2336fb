/**
 * The ⌈q·n⌉-th smallest of ascending values (nearest rank, R's type 1), as the measurement log defines a quantile.
 *
 * @example nearestRank(Float64Array.of(1, 2, 3, 4), 0.5) // => 2
 * @example nearestRank(Float64Array.of(1, 2, 3, 4), 0.51) // => 3
 */
export function nearestRank(ascending: Float64Array, q: number): number {
  const value = ascending[Math.max(1, Math.ceil(q * ascending.length)) - 1];
  if (value === undefined) throw new Error('nearest rank: must be of at least one value, got none');
  return value;
}
