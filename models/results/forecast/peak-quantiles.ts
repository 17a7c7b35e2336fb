/** Quantiles of one number. */
export interface PeakQuantiles {
  readonly p50: number;
  readonly p80: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
}

/** Every quantile by its name. */
export const quantilesBy = (of: (name: keyof PeakQuantiles) => number): PeakQuantiles => ({
  p50: of('p50'),
  p80: of('p80'),
  p90: of('p90'),
  p95: of('p95'),
  p99: of('p99'),
});
