import type { PeakQuantiles } from '../../../results/forecast/peak-quantiles.ts';
import { interpolatedQuantile } from '../../../statistics/interpolated-quantile.ts';

/**
 * The quantiles that forecasts state, of numbers in any order.
 *
 * @example statedQuantiles([1, 2, 3]).p50 // => 2
 */
export function statedQuantiles(values: ArrayLike<number>): PeakQuantiles {
  const sorted = Float64Array.from(values).sort();
  const at = (level: number): number => interpolatedQuantile(sorted, level);
  return { p50: at(0.5), p80: at(0.8), p90: at(0.9), p95: at(0.95), p99: at(0.99) };
}

/** Distribution of the maximum, and how likely each period is the one. */
export interface PathsPeak {
  readonly quantiles: PeakQuantiles;
  /** Share of futures whose maximum lies in each period. */
  readonly probability: Float64Array;
}

/** The highest value of each joint future: logarithms in, demand out. */
export function peakOfPaths(paths: readonly Float64Array[]): PathsPeak {
  const probability = new Float64Array(paths[0]?.length ?? 0);
  const maxima = paths.map((path) => {
    let at = 0;
    for (let k = 1; k < path.length; k++) if (path[k]! > path[at]!) at = k;
    probability[at]! += 1 / paths.length;
    return Math.exp(path[at]!);
  });
  return { quantiles: statedQuantiles(maxima), probability };
}
