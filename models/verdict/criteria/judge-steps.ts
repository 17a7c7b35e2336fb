import { countOf, isTimed, judgedSeries, perSecond } from '../../measurement/judged-samples.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import type { StepBudget } from '../../workload/surge/budget.ts';
import type { Step } from '../../workload/surge/surge.ts';
import type { JudgeInput } from '../judge-input.ts';
import { judgeErrors } from './judge-errors.ts';
import { judgeLatency } from './judge-latency.ts';
import { plannedAttempts } from './planned-samples.ts';

/** Judges the budget of every step of the surge that has one, made or not: a step that was never made is not a pass. */
export function judgeSteps(input: JudgeInput): CriterionResult[] {
  const { surge, budgets } = input.configuration;
  return surge.steps.flatMap((step) => {
    const budget = budgets.steps[step.name];
    return budget === undefined ? [] : judgeStep(step, budget, input);
  });
}

/**
 * Times of `ok` and `timeout` count as latency: a request refused at once must not make the service look fast (it is judged as an
 * error instead).
 */
function judgeStep(step: Step, budget: StepBudget, input: JudgeInput): CriterionResult[] {
  const series = judgedSeries(input.folded, step.name);
  const attempts = countOf(series);
  const evidence = {
    id: `budgets.${step.name}`,
    subject: step.name,
    title: step.title,
    seconds: perSecond(series.filter(({ outcome }) => isTimed(outcome))),
    planned: plannedAttempts(step, attempts, input),
    mayBeAbsent: step.rare && attempts === 0,
  };
  const errors = countOf(series.filter(({ outcome }) => outcome !== 'ok'));
  return [
    ...judgeLatency({ ...evidence, kind: 'latency' }, budget, input.seed),
    ...judgeErrors({ ...evidence, kind: 'errors', attempts, errors }, budget),
  ];
}
