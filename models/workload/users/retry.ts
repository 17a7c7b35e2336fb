import { thinkTime } from './draw-think-time.ts';
import type { Random } from './random.ts';
import type { RetryPolicy } from './retry-policy.ts';

/**
 * What a person does after the request has failed `failures` times in a row (1 or more): the pause before the next try in
 * milliseconds, or null when the person gives up.
 */
export function nextRetry(policy: RetryPolicy, failures: number, random: Random): number | null {
  if (failures > policy.maxRetries || random() >= policy.probability) return null;
  return failures <= policy.quickRetries
    ? thinkTime({ kind: 'uniform', low: policy.quickLow, high: policy.quickHigh }, random)
    : thinkTime({ kind: 'lognormal', median: policy.slowMedian, p95: policy.slowP95 }, random);
}
