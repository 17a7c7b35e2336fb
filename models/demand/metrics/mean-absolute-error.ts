/**
 * Mean absolute error over the periods with an actual value; NaN when there is none. Divided by `naiveError` it is MASE.
 *
 * @example meanAbsoluteError([1, 2, 9], [2, 2, NaN]) // => 0.5
 */
export function meanAbsoluteError(forecast: ArrayLike<number>, actual: ArrayLike<number>): number {
  let sum = 0;
  let known = 0;
  for (let i = 0; i < forecast.length; i++) {
    if (!Number.isFinite(actual[i])) continue;
    sum += Math.abs(forecast[i]! - actual[i]!);
    known++;
  }
  return known === 0 ? Number.NaN : sum / known;
}
