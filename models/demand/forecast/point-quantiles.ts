import { interpolatedQuantile } from '../../statistics/interpolated-quantile.ts';

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
  return Array.from(paths[0] ?? [], (_, k) => {
    const values = Float64Array.from(paths, (path) => Math.exp(path[k]!)).sort();
    const at = (level: number): number => interpolatedQuantile(values, level);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      mean,
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
