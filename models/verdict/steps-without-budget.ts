import { STEP_BUDGET } from '../definition/resolve/built-in-defaults.ts';
import { showableErrors } from '../definition/resolve/showable-errors.ts';
import type { StepBudget } from '../workload/surge/budget.ts';
import type { JudgeInput } from './judge-input.ts';

/** Whether a budget limits anything. */
function limits({ p50, p95, p99, errorShare }: StepBudget): boolean {
  return [p50, p95, p99, errorShare].some((limit) => limit !== null);
}

/** The default limit on errors; nobody thought of these steps, so it is one that so few attempts can show. */
const errorsAlone = (attempts: number): StepBudget => ({
  ...STEP_BUDGET,
  ...{ p50: null, p95: null, p99: null, minSamples: 1 },
  errorShare: showableErrors(STEP_BUDGET.errorShare ?? 0, attempts),
});

/**
 * The budget by which a step is judged: its own, or the default limit on errors where that limits nothing and the step was made. Null:
 * there is nothing to judge.
 */
export function budgetInForce(budget: StepBudget | undefined, attempts: number): StepBudget | null {
  if (budget !== undefined && limits(budget)) return budget;
  return attempts === 0 ? null : errorsAlone(attempts);
}

/** Steps that were made and have no limit of their own. */
export function stepsWithoutBudget({ run, configuration }: Pick<JudgeInput, 'run' | 'configuration'>): string[] {
  return run.steps.flatMap(({ step, title, attempts }) => {
    const budget = configuration.budgets.steps[step];
    return attempts > 0 && (budget === undefined || !limits(budget)) ? [title] : [];
  });
}
