import type { Budgets } from './budget.ts';

/** Metrics that a script must feed, tagged with `step`, for the thresholds to see anything. */
export const RESPONSE_TIME = 'response_time';
export const STEP_FAILED = 'step_failed';

/**
 * The budgets as `thresholds` of k6's options, for people who run a script by hand: a trend in milliseconds and a rate, one
 * sub-metric a step. k6 lets a threshold over no samples pass, which is why surgeproof's own verdict never rests on these.
 *
 * @example thresholdsOf({ steps: {}, journeys: {} }) // => {}
 */
export function thresholdsOf(budgets: Budgets): Record<string, string[]> {
  const thresholds: Record<string, string[]> = {};
  for (const [step, { p50, p95, p99, errorShare }] of Object.entries(budgets.steps)) {
    const limits = Object.entries({ 50: p50, 95: p95, 99: p99 }).filter(([, limit]) => limit !== null);
    if (limits.length > 0) thresholds[`${RESPONSE_TIME}{step:${step}}`] = limits.map(([percentile, limit]) => `p(${percentile})<=${limit}`);
    if (errorShare !== null) thresholds[`${STEP_FAILED}{step:${step}}`] = [`rate<=${errorShare}`];
  }
  return thresholds;
}
