import type { CriterionResult } from '../../results/verdict.ts';
import { type ExactStatement, exactCriterion } from '../decision/exact-criterion.ts';
import type { JudgeInput } from '../judge-input.ts';
import { collapsed } from './collapsed.ts';
import { generatorCauses } from './generator-causes.ts';
import { generatorSymptoms } from './generator-symptoms.ts';

/**
 * Whether the run is evidence at all: was the target the one named, and was the load generator fit? Its own health (CPU, event loop,
 * silence, its end, its book-keeping) decides. Arrivals not started, late starts and exhausted sockets are symptoms that a collapsing
 * target can cause as well: when it collapsed and the generator was well, they do not make the run INVALID.
 */
export function judgeValidity(input: JudgeInput): CriterionResult[] {
  const causes = generatorCauses(input);
  const symptoms = generatorSymptoms(input);
  const excused = collapsed(input) && causes.every(({ verdict }) => verdict !== 'INVALID');
  return [
    targetIdentity(input),
    ...causes,
    ...symptoms.map((symptom): CriterionResult => {
      return excused && symptom.verdict === 'INVALID' ? { ...symptom, verdict: 'WARN', because: 'target-collapsed' } : symptom;
    }),
  ];
}

function targetIdentity({ targetIdentity: answer }: JudgeInput): CriterionResult {
  const statement: ExactStatement = {
    id: 'validity.target-identity',
    kind: 'validity',
    subject: 'target',
    statistic: 'identity',
    value: answer === 'unknown' ? null : Number(answer === 'confirmed'),
    operator: '==',
    limit: 1,
    unit: 'count',
    samples: 1,
  };
  if (answer === 'unknown') return exactCriterion(statement, { verdict: 'WARN', because: 'not-measured' });
  return exactCriterion(statement, { verdict: answer === 'confirmed' ? 'PASS' : 'INVALID' });
}
