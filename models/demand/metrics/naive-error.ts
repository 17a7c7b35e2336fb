/**
 * Mean absolute error of repeating what was `season` periods before, inside the history: the yardstick of MASE. Pairs with a missing value
 * are left out; NaN when there is none.
 *
 *   Q = mean |y_t − y_{t−m}|
 *
 * Source: R. J. Hyndman, A. B. Koehler, Another look at measures of forecast accuracy, Int. J. of Forecasting 22 (2006).
 * @example naiveError([1, 2, 4], 1) // => 1.5
 */
export function naiveError(history: ArrayLike<number>, season: number): number {
  let sum = 0;
  let pairs = 0;
  for (let i = season; i < history.length; i++) {
    const error = Math.abs(history[i]! - history[i - season]!);
    if (!Number.isFinite(error)) continue;
    sum += error;
    pairs++;
  }
  return pairs === 0 ? Number.NaN : sum / pairs;
}
