import type { SampleSeries } from '../../measurement/folded-run.ts';
import { countOf, isTimed, isUnfinished, judgedSeries, perSecond } from '../../measurement/judged-samples.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import type { StepBudget } from '../../workload/surge/budget.ts';
import type { Step } from '../../workload/surge/surge.ts';
import type { JudgeInput } from '../judge-input.ts';
import { budgetInForce } from '../steps-without-budget.ts';
import { judgeErrors } from './judge-errors.ts';
import { judgeBurst, judgeStretch } from './judge-stretches.ts';
import { judgeTimes } from './judge-times.ts';
import { judgeVariants } from './judge-variants.ts';
import { plannedAttempts } from './planned-samples.ts';

/**
 * Judges the budget of every step of the surge that has one, made or not: a step that was never made is not a pass. A step that was made
 * and has no limit is judged on its errors.
 */
export function judgeSteps(input: JudgeInput): CriterionResult[] {
  const { surge, budgets } = input.configuration;
  return surge.steps.flatMap((step) => {
    const series = judgedSeries(input.folded, step.name);
    const budget = budgetInForce(budgets.steps[step.name], countOf(series));
    return budget === null ? [] : [...judgeStep(step, series, budget, input), ...judgeVariants(step, budget, input)];
  });
}

/**
 * Times of `ok` and `timeout` count as latency: a request refused at once must not make the service look fast (it is judged as an
 * error instead).
 */
function judgeStep(step: Step, all: readonly SampleSeries[], budget: StepBudget, input: JudgeInput): CriterionResult[] {
  const series = all.filter(({ outcome }) => !isUnfinished(outcome));
  const timed = series.filter(({ outcome }) => isTimed(outcome));
  const attempts = countOf(series);
  const evidence = {
    id: `${input.configuration.budgets.steps[step.name] === budget ? 'budgets' : 'defaults'}.${step.name}`,
    subject: step.name,
    title: step.title,
    timed,
    seconds: perSecond(timed),
    runSeconds: input.folded.seconds,
    planned: plannedAttempts(step, attempts, input),
    mayBeAbsent: step.rare && attempts === 0,
  };
  const errors = countOf(series.filter(({ outcome }) => outcome !== 'ok'));
  const [latency, failures] = [{ ...evidence, kind: 'latency' } as const, { ...evidence, kind: 'errors', attempts, errors } as const];
  return [
    ...judgeTimes(latency, perSecond(all.filter(({ outcome }) => isUnfinished(outcome))), budget, input.seed),
    ...judgeStretch(latency, budget),
    ...judgeErrors(failures, budget),
    ...judgeBurst(failures, series, budget),
  ];
}
