import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';

/** Parts of the budget of one step, or of all, replaced. */
export const budgets =
  (change: object, only?: string) =>
  (clean: RunConfiguration): RunConfiguration => {
    const steps = Object.entries(clean.budgets.steps).map(([name, budget]) => [
      name,
      only === undefined || only === name ? { ...budget, ...change } : budget,
    ]);
    return { ...clean, budgets: { ...clean.budgets, steps: Object.fromEntries(steps) } };
  };

export const NO_LIMITS = { p50: null, p95: null, p99: null, errorShare: null };
