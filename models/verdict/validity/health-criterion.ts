import type { CriterionResult } from '../../results/verdict.ts';
import { holds } from '../decision/decide.ts';
import { type ExactStatement, exactCriterion } from '../decision/exact-criterion.ts';
import type { JudgeInput } from '../judge-input.ts';
import { HEALTH_WORDS } from '../words/health-words.ts';
import type { HealthRule } from './health-rules.ts';

/** A rule on the generator's health, applied: PASS, WARN beyond `warn`, INVALID beyond the limit; nothing where it cannot be stated. */
export function healthCriterion({ name, operator, unit, measure, unmeasured }: HealthRule, input: JudgeInput): CriterionResult[] {
  const health = measure(input);
  if (health === null) return [];
  const { value, samples, limit, warn } = health;
  const { title, statistic } = HEALTH_WORDS[name];
  const statement: ExactStatement = {
    ...{ id: `validity.${name}`, kind: 'validity', subject: 'generator', title, statistic },
    ...{ value, operator, limit, unit, samples },
  };
  if (value === null) return [exactCriterion(statement, { verdict: withoutValue(unmeasured, input), because: 'not-measured' })];
  if (!holds(value, operator, limit)) return [exactCriterion(statement, { verdict: 'INVALID' })];
  return [exactCriterion(statement, holds(value, operator, warn) ? { verdict: 'PASS' } : { verdict: 'WARN', because: 'near-limit' })];
}

function withoutValue(unmeasured: HealthRule['unmeasured'], { run }: JudgeInput): 'WARN' | 'INCONCLUSIVE' | 'INVALID' {
  if (unmeasured !== 'stopped') return unmeasured;
  return run.interruption === 'signal' ? 'WARN' : 'INVALID';
}
