import type { CriterionResult } from '../../results/verdict.ts';
import { type ExactStatement, exactCriterion } from '../decision/exact-criterion.ts';
import type { JudgeInput } from '../judge-input.ts';
import { scriptFailures } from '../script-failures.ts';
import { HEALTH_WORDS } from '../words/health-words.ts';
import { collapsed } from './collapsed.ts';
import { healthCriterion } from './health-criterion.ts';
import { CAUSES, SYMPTOMS } from './health-rules.ts';

/**
 * Whether the run is evidence at all: was the target the one named, did the surge file work, and was the load generator fit? The
 * generator's own health (CPU, event loop, silence, its end, its book-keeping) decides. Arrivals not started, late starts and exhausted
 * sockets are symptoms that a collapsing target can cause as well: when it collapsed and the generator was well, they do not make the
 * run INVALID.
 */
export function judgeValidity(input: JudgeInput): CriterionResult[] {
  const causes = CAUSES.flatMap((rule) => healthCriterion(rule, input));
  const symptoms = SYMPTOMS.flatMap((rule) => healthCriterion(rule, input));
  const excused = collapsed(input) && causes.every(({ verdict }) => verdict !== 'INVALID');
  return [
    ...targetIdentity(input),
    ...harness(input),
    script(input),
    ...causes,
    ...symptoms.map((symptom): CriterionResult => {
      return excused && symptom.verdict === 'INVALID' ? { ...symptom, verdict: 'WARN', because: 'target-collapsed' } : symptom;
    }),
  ];
}

/** Nothing is stated of a target that has no identity to show. */
function targetIdentity({ targetIdentity: answer }: JudgeInput): CriterionResult[] {
  if (answer === 'not-asked') return [];
  const { title, statistic } = HEALTH_WORDS['target-identity'];
  const statement: ExactStatement = {
    ...{ id: 'validity.target-identity', kind: 'validity', subject: 'target', title, statistic },
    ...{ value: answer === 'unknown' ? null : Number(answer === 'confirmed'), operator: '==', limit: 1, unit: 'count', samples: 1 },
  };
  if (answer === 'unknown') return [exactCriterion(statement, { verdict: 'WARN', because: 'not-measured' })];
  return [exactCriterion(statement, { verdict: answer === 'confirmed' ? 'PASS' : 'INVALID' })];
}

/** Nothing is stated of a run that surgeproof saw to its end. */
function harness({ run }: JudgeInput): CriterionResult[] {
  if (run.interruption !== 'killed') return [];
  const { title, statistic } = HEALTH_WORDS['surgeproof-finished'];
  const statement: ExactStatement = {
    ...{ id: 'validity.surgeproof-finished', kind: 'validity', subject: 'surgeproof', title, statistic },
    ...{ value: 1, operator: '<=', limit: 0, unit: 'count', samples: 1 },
  };
  return [exactCriterion(statement, { verdict: 'INVALID' })];
}

/** A person stopped by an error in the surge file did not do what the surge describes. */
function script(input: JudgeInput): CriterionResult {
  const { people } = scriptFailures(input);
  const { title, statistic } = HEALTH_WORDS.script;
  const statement: ExactStatement = {
    ...{ id: 'validity.script', kind: 'validity', subject: 'surge file', title, statistic },
    ...{ value: people, operator: '<=', limit: 0, unit: 'count', samples: input.run.users.arrived },
  };
  return exactCriterion(statement, { verdict: people === 0 ? 'PASS' : 'INVALID' });
}
