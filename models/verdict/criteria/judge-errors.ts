import type { CriterionResult, Interval } from '../../results/verdict.ts';
import { trialsToShow, wilson } from '../../statistics/wilson.ts';
import type { StepBudget } from '../../workload/surge/budget.ts';
import { type Decision, decideNoisy, marginOf } from '../decision/decide.ts';
import { type Evidence, isAdvisory } from './evidence.ts';

/** A step's attempts, and those among them that ended in any outcome but `ok`. */
export interface ErrorEvidence extends Evidence {
  readonly attempts: number;
  readonly errors: number;
}

/** Judges the share of a step's attempts that failed; nothing without a limit. */
export function judgeErrors(evidence: ErrorEvidence, { errorShare: limit, minSamples }: StepBudget): CriterionResult[] {
  if (limit === null) return [];
  const { attempts, errors } = evidence;
  const interval = wilson(errors, attempts);
  const value = attempts === 0 ? null : errors / attempts;
  const needed = fewestAttempts(limit, minSamples);
  const decision = decideErrors({ value, limit, interval, attempts, needed });
  return [
    {
      id: `${evidence.id}.errorShare`,
      kind: 'errors',
      subject: evidence.subject,
      title: evidence.title,
      statistic: 'errorShare',
      value,
      operator: '<=',
      limit,
      unit: 'share',
      margin: value === null ? null : marginOf(value, '<=', limit),
      samples: attempts,
      interval,
      ...decision,
      ...(isAdvisory(decision, value !== null && value <= limit, evidence, needed) && { advisory: true }),
    },
  ];
}

/** No number of attempts proves that there is no error at all; then `minSamples` decides. */
function fewestAttempts(limit: number, minSamples: number): number {
  return limit === 0 ? minSamples : Math.max(minSamples, trialsToShow(limit));
}

interface Errors {
  readonly value: number | null;
  readonly limit: number;
  readonly interval: Interval | null;
  readonly attempts: number;
  readonly needed: number;
}

function decideErrors({ value, limit, interval, attempts, needed }: Errors): Decision {
  if (value === null || interval === null) return { verdict: 'INCONCLUSIVE', because: 'not-measured' };
  if (interval.low > limit) return { verdict: 'FAIL' };
  if (attempts < needed) return { verdict: 'INCONCLUSIVE', because: 'too-few-samples' };
  return limit === 0 ? { verdict: 'PASS' } : decideNoisy(value, limit, interval);
}
