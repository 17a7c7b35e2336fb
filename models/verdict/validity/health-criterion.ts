import type { CriterionResult } from '../../results/verdict.ts';
import { holds } from '../decision/decide.ts';
import { type ExactStatement, exactCriterion } from '../decision/exact-criterion.ts';

/** What is said of the generator. `warn` is the limit of a healthy one; without a value the verdict is `unmeasured`. */
export interface HealthStatement extends Omit<ExactStatement, 'id' | 'kind' | 'subject'> {
  readonly name: string;
  readonly warn: number;
  readonly unmeasured: 'WARN' | 'INVALID';
}

/** A statement about the generator's health: PASS, WARN beyond `warn`, INVALID beyond the limit. */
export function healthCriterion({ name, warn, unmeasured, ...rest }: HealthStatement): CriterionResult {
  const statement: ExactStatement = { id: `validity.${name}`, kind: 'validity', subject: 'generator', ...rest };
  const { value, operator, limit } = rest;
  if (value === null) return exactCriterion(statement, { verdict: unmeasured, because: 'not-measured' });
  if (!holds(value, operator, limit)) return exactCriterion(statement, { verdict: 'INVALID' });
  return exactCriterion(statement, holds(value, operator, warn) ? { verdict: 'PASS' } : { verdict: 'WARN', because: 'near-limit' });
}
