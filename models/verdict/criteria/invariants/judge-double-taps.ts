import type { CriterionResult } from '../../../results/verdict.ts';
import { exactCriterion } from '../../decision/exact-criterion.ts';
import type { JudgeInput } from '../../judge-input.ts';

/** People who tapped twice got the same answer twice, step by step: a single other one is a FAIL. Steps where nobody did have no criterion. */
export function judgeDoubleTaps({ folded, configuration }: Pick<JudgeInput, 'folded' | 'configuration'>): CriterionResult[] {
  const titles = new Map(configuration.surge.steps.map(({ name, title }) => [name, title]));
  return folded.doubleTaps.map(({ step, compared, different }) =>
    exactCriterion({
      id: `doubleTaps.${step}`,
      kind: 'idempotency',
      subject: step,
      title: titles.get(step) ?? step,
      statistic: 'different second answers',
      value: different,
      operator: '==',
      limit: 0,
      unit: 'count',
      samples: compared,
    }),
  );
}
