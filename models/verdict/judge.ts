import type { CriterionResult, VerdictFile } from '../results/verdict.ts';
import type { StepBudget } from '../workload/surge/budget.ts';
import { STEPS } from '../workload/surge/step.ts';
import { judgeErrors } from './criteria/judge-errors.ts';
import { judgeInvariants } from './criteria/judge-invariants.ts';
import { judgeLatency } from './criteria/judge-latency.ts';
import { judgeQueue } from './criteria/judge-queue.ts';
import { plannedSamples } from './criteria/planned-samples.ts';
import { stepEvidence } from './criteria/step-evidence.ts';
import type { JudgeInput } from './judge-input.ts';
import { type Judged, overall } from './overall.ts';
import { judgeValidity } from './validity/judge-validity.ts';
import { reasons } from './words/reasons.ts';

/** The verdict on a run, with every statement it rests on. Deterministic: the same input gives the same file. */
export function judge(input: JudgeInput): VerdictFile {
  const { folded, run, audit, queue } = input;
  const judged: Judged = {
    criteria: [...judgeBudgets(input), ...(queue === null ? [] : judgeQueue(folded, run, queue))],
    invariants: judgeInvariants(audit),
    validity: judgeValidity(input),
  };
  const verdict = overall(judged, run.interruption, folded.ended === 'stopped');
  return { schema: 'surgeproof/verdict', version: 1, verdict, reasons: reasons(verdict, judged, input), ...judged };
}

/** Budgets of steps that the surge leads to; a step it never leads to is judged only when it was attempted all the same. */
function judgeBudgets({ folded, budgets, queue, surge, profile, seed }: JudgeInput): CriterionResult[] {
  const planned = plannedSamples(surge, profile);
  const journeys = new Set<string>(['login', ...surge.mix.map(({ journey }) => journey), ...(queue === null ? [] : ['waiting-room'])]);
  return STEPS.flatMap(({ name, journey }) => {
    const budget: StepBudget | undefined = budgets[name];
    if (budget === undefined) return [];
    const evidence = stepEvidence(folded, name, journeys.has(journey) ? (planned[name] ?? 0) : 0);
    if (!journeys.has(journey) && evidence.attempts === 0) return [];
    return [...judgeLatency(evidence, budget, seed), judgeErrors(evidence, budget)];
  });
}
