import { interpolatedQuantileOf } from '../../statistics/interpolated-quantile.ts';

/** Values that networks are dimensioned by: means of the highest days, and a high percentile. Units of the series. */
export interface ReferenceLoads {
  readonly highest: number;
  /** Mean of the five highest. */
  readonly top5: number;
  /** Mean of the thirty highest: the normal load of ITU-T E.500. */
  readonly top30: number;
  readonly p95: number;
  readonly mean: number;
}

/**
 * Reference loads of a year of daily peaks; unknown days are left out, NaN of none.
 *
 * Source: ITU-T Recommendation E.500, Traffic intensity measurement principles: averages of the busiest days, so that one exceptional day does not
 * size the network. The five highest are its high load, and what bandwidth is billed by.
 * @example referenceLoads([1, 2, 3]).top5 // => 2
 */
export function referenceLoads(daily: ArrayLike<number>): ReferenceLoads {
  const sorted = Float64Array.from(daily).filter(Number.isFinite).sort().reverse();
  const mean = (count: number): number => {
    const part = sorted.subarray(0, count);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  };
  return {
    highest: sorted[0] ?? Number.NaN,
    top5: mean(5),
    top30: mean(30),
    p95: interpolatedQuantileOf(sorted, 0.95),
    mean: mean(sorted.length),
  };
}
