/** Quantiles of one number. */
export interface PeakQuantiles {
  readonly p50: number;
  readonly p80: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
}
