import { interpolatedQuantile } from '../../statistics/interpolated-quantile.ts';
import { sortedPeriod } from '../peak/paths/path-rows.ts';

/** Quantiles of one period over all futures; demand, not logarithms. */
export interface PointQuantiles {
  readonly mean: number;
  readonly p025: number;
  readonly p05: number;
  readonly p50: number;
  readonly p80: number;
  readonly p90: number;
  readonly p95: number;
  readonly p975: number;
  readonly p99: number;
}

/** Quantiles of each period, from joint futures on the log scale. */
export function pointQuantiles(paths: readonly Float64Array[]): PointQuantiles[] {
  const values = new Float64Array(paths.length);
  return Array.from(paths[0] ?? [], (_, k) => {
    sortedPeriod(paths, k, values);
    let sum = 0;
    for (let i = 0; i < values.length; i++) {
      values[i] = Math.exp(values[i]!);
      sum += values[i]!;
    }
    const at = (level: number): number => interpolatedQuantile(values, level);
    return {
      mean: sum / values.length,
      p025: at(0.025),
      p05: at(0.05),
      p50: at(0.5),
      p80: at(0.8),
      p90: at(0.9),
      p95: at(0.95),
      p975: at(0.975),
      p99: at(0.99),
    };
  });
}

/** What is given out as the forecast of each period. */
export const mediansOf = (points: readonly PointQuantiles[]): number[] => points.map(({ p50 }) => p50);
