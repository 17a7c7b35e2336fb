import type { JudgeInput } from './judge-input.ts';

/** Steps that were made and have no limit of their own. */
export function stepsWithoutBudget({ run, configuration }: Pick<JudgeInput, 'run' | 'configuration'>): string[] {
  return run.steps.flatMap(({ step, title, attempts }) => {
    const { p50 = null, p95 = null, p99 = null, errorShare = null } = configuration.budgets.steps[step] ?? {};
    return attempts > 0 && [p50, p95, p99, errorShare].every((limit) => limit === null) ? [title] : [];
  });
}
