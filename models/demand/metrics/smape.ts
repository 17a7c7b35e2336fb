/**
 * Symmetric mean absolute percentage error as in the M competitions, 0 to 200; both zero counts as right, an unknown actual value not at all.
 *
 *   200/h · Σ |ŷ − y| / (|ŷ| + |y|)
 *
 * Source: S. Makridakis, E. Spiliotis, V. Assimakopoulos, The M4 Competition, Int. J. of Forecasting 36 (2020).
 * @example smape([1, 3], [1, 1]) // => 50
 */
export function smape(forecast: ArrayLike<number>, actual: ArrayLike<number>): number {
  let sum = 0;
  let known = 0;
  for (let i = 0; i < forecast.length; i++) {
    const size = Math.abs(forecast[i]!) + Math.abs(actual[i]!);
    if (!Number.isFinite(size)) continue;
    if (size > 0) sum += (200 * Math.abs(forecast[i]! - actual[i]!)) / size;
    known++;
  }
  return known === 0 ? Number.NaN : sum / known;
}
