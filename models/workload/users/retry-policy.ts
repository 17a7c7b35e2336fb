/** How a person tries a failed request again: after pauses, a limited number of times, then gives up. Times in milliseconds. */
export interface RetryPolicy {
  /** Probability of trying again after a failure, 0 to 1. */
  readonly probability: number;
  readonly maxRetries: number;
  /** The first `quickRetries` pauses are uniform in [quickLow, quickHigh]; later ones lognormal. */
  readonly quickRetries: number;
  readonly quickLow: number;
  readonly quickHigh: number;
  readonly slowMedian: number;
  readonly slowP95: number;
}
