import type { LiveView } from '../../models/measurement/folded-run.ts';
import type { Budgets } from '../../models/workload/surge/budget.ts';

/** A step of the last seconds against its budget. */
export interface StepHealth {
  readonly step: string;
  readonly attempts: number;
  readonly errors: number;
  /** 95th percentile of response time; null when nothing was answered as expected. */
  readonly p95: number | null;
  /** null: no limit. */
  readonly limit: number | null;
  /** p95 as a share of its limit; null without one of them. */
  readonly used: number | null;
  /** More errors than the budget allows. */
  readonly failing: boolean;
}

/** Steps of the last seconds, in the order of the surge. */
export function stepHealth({ steps }: LiveView, budgets: Budgets['steps']): StepHealth[] {
  return steps.map(({ step, attempts, errors, p95 }) => {
    const { p95: limit = null, errorShare = null } = budgets[step] ?? {};
    const used = p95 === null || limit === null ? null : p95 / limit;
    return { step, attempts, errors, p95, limit, used, failing: errors > (errorShare ?? 0) * attempts };
  });
}
