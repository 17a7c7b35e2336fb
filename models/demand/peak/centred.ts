import { interpolatedQuantile } from '../../statistics/interpolated-quantile.ts';

/**
 * Futures moved period by period so that their median is the forecast: what is given out as P50 is then the point that past errors were measured from. Without
 * it, a season whose few past errors all lay on one side would move P50 by all of them, on the word of two or three windows.
 *
 * @param paths futures, logarithms
 * @param path forecast, logarithms
 * @param widen factor on what lies around the median
 *
 * @example centred([Float64Array.of(1), Float64Array.of(2), Float64Array.of(4)], Float64Array.of(5), 2).join() // => '3,5,9'
 */
export function centred(paths: readonly Float64Array[], path: Float64Array, widen: number): Float64Array[] {
  const middle = path.map((_, k) => interpolatedQuantile(Float64Array.from(paths, (one) => one[k]!).sort(), 0.5));
  return paths.map((one) => one.map((value, k) => path[k]! + widen * (value - middle[k]!)));
}
