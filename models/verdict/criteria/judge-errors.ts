import type { CriterionResult, Interval } from '../../results/verdict.ts';
import { trialsToShow, wilson } from '../../statistics/wilson.ts';
import type { StepBudget } from '../../workload/surge/budget.ts';
import { type Decision, decideNoisy, marginOf } from '../decision/decide.ts';
import { isAdvisory } from './judge-latency.ts';
import type { StepEvidence } from './step-evidence.ts';

/** Judges the share of a step's attempts that ended in any outcome but `ok`. */
export function judgeErrors({ step, attempts, errors, planned }: StepEvidence, budget: StepBudget): CriterionResult {
  const limit = budget.errorShare;
  const interval = wilson(errors, attempts);
  const value = attempts === 0 ? null : errors / attempts;
  const needed = fewestAttempts(budget);
  const decision = decideErrors(value, limit, interval, attempts, needed);
  return {
    id: `budgets.${step}.errorShare`,
    kind: 'errors',
    subject: step,
    statistic: 'errorShare',
    value,
    operator: '<=',
    limit,
    unit: 'share',
    margin: value === null ? null : marginOf(value, '<=', limit),
    samples: attempts,
    interval,
    ...decision,
    ...(isAdvisory(decision, planned, needed) && { advisory: true }),
  };
}

/** A budget of no error at all is a statement about counts, which no number of attempts proves; then `minSamples` decides. */
function fewestAttempts({ errorShare, minSamples }: StepBudget): number {
  return errorShare === 0 ? minSamples : Math.max(minSamples, trialsToShow(errorShare));
}

function decideErrors(value: number | null, limit: number, interval: Interval | null, attempts: number, needed: number): Decision {
  if (value === null || interval === null) return { verdict: 'INCONCLUSIVE', because: 'not-measured' };
  if (interval.low > limit) return { verdict: 'FAIL' };
  if (attempts < needed) return { verdict: 'INCONCLUSIVE', because: 'too-few-samples' };
  return limit === 0 ? { verdict: 'PASS' } : decideNoisy(value, limit, interval);
}
