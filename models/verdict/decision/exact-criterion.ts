import type { CriterionResult } from '../../results/verdict.ts';
import { type Decision, decideExact, marginOf } from './decide.ts';

/** A criterion on a count of everything, where there is no sampling and hence no interval. */
export type ExactStatement = Pick<
  CriterionResult,
  'id' | 'kind' | 'subject' | 'title' | 'statistic' | 'value' | 'operator' | 'limit' | 'unit' | 'samples' | 'second'
>;

/** The criterion with its verdict; without a value INCONCLUSIVE. `decision` replaces the plain comparison. */
export function exactCriterion(statement: ExactStatement, decision?: Decision): CriterionResult {
  const { value, operator, limit } = statement;
  const unmeasured: Decision = { verdict: 'INCONCLUSIVE', because: 'not-measured' };
  return {
    ...statement,
    margin: value === null ? null : marginOf(value, operator, limit),
    interval: null,
    ...(decision ?? (value === null ? unmeasured : decideExact(value, operator, limit))),
  };
}
