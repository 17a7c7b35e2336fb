import type { Budgets, StepBudget } from './budget.ts';

/** Metrics that a scenario must feed, tagged with `step`, for the thresholds to see anything. */
export const RESPONSE_TIME = 'response_time';
export const STEP_FAILED = 'step_failed';

/**
 * The budgets as `thresholds` of k6's options, for people who run a scenario by hand: a trend in milliseconds and a rate, one
 * sub-metric a step. k6 lets a threshold over no samples pass, which is why surgeproof's own verdict never rests on these.
 *
 * @example thresholdsOf({}) // => {}
 */
export function thresholdsOf(budgets: Budgets): Record<string, string[]> {
  const thresholds: Record<string, string[]> = {};
  for (const [step, budget] of Object.entries(budgets) as [string, StepBudget][]) {
    thresholds[`${RESPONSE_TIME}{step:${step}}`] = [`p(50)<=${budget.p50}`, `p(95)<=${budget.p95}`, `p(99)<=${budget.p99}`];
    thresholds[`${STEP_FAILED}{step:${step}}`] = [`rate<=${budget.errorShare}`];
  }
  return thresholds;
}
