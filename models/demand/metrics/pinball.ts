/**
 * Mean pinball loss of a quantile forecast: what a quantile is judged by, as no other forecast than the true quantile does better in the long run.
 *
 *   L = max(τ·(y − q), (τ − 1)·(y − q))
 *
 * Source: R. Koenker, G. Bassett, Regression quantiles, Econometrica 46 (1978).
 * @example pinball([10], [20], 0.9) // => 9
 */
export function pinball(quantile: ArrayLike<number>, actual: ArrayLike<number>, level: number): number {
  let sum = 0;
  let known = 0;
  for (let i = 0; i < quantile.length; i++) {
    const error = actual[i]! - quantile[i]!;
    if (!Number.isFinite(error)) continue;
    sum += Math.max(level * error, (level - 1) * error);
    known++;
  }
  return known === 0 ? Number.NaN : sum / known;
}
