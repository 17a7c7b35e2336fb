/**
 * Share of actual values at or below their bound: 0.9 for a good 90 % quantile. NaN when no actual value is known.
 *
 * @example coverage([5, 5], [4, 6]) // => 0.5
 */
export function coverage(bound: ArrayLike<number>, actual: ArrayLike<number>): number {
  let covered = 0;
  let known = 0;
  for (let i = 0; i < bound.length; i++) {
    if (!Number.isFinite(actual[i])) continue;
    if (actual[i]! <= bound[i]!) covered++;
    known++;
  }
  return known === 0 ? Number.NaN : covered / known;
}
