import { countOf } from '../../measurement/judged-samples.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import type { PeopleLimits } from '../../workload/surge/people-limits.ts';
import { decideFew } from '../decision/decide-few.ts';
import { exactCriterion } from '../decision/exact-criterion.ts';
import type { JudgeInput } from '../judge-input.ts';
import { PEOPLE_WORDS } from '../words/people-words.ts';

/**
 * Judges the people who arrived in each phase that does not count for budgets, as no limit on errors holds there: among everybody they are
 * too few to be seen. People who lost patience are left to the limit of the queue. FAIL when chance does not explain how many gave up.
 */
export function judgeWarmUp({ configuration, folded }: JudgeInput, { servedShare }: PeopleLimits): CriterionResult[] {
  const { phases } = configuration.profile;
  return phases.flatMap(({ name, judged }): CriterionResult[] => {
    const left = folded.journeys.filter(({ phase, clock, outcome }) => phase === name && clock === 1 && outcome !== 'timeout');
    const people = countOf(left);
    if (judged || people === 0) return [];
    const served = countOf(left.filter(({ outcome }) => outcome === 'ok' || outcome === 'rejected'));
    const { title } = PEOPLE_WORDS.servedEarly;
    const statement = {
      id: `people.served.${name}`,
      kind: 'people',
      subject: name,
      title,
      statistic: 'servedEarly',
      unit: 'share',
    } as const;
    const measured = { value: served / people, operator: '>=', limit: servedShare, samples: people } as const;
    return [exactCriterion({ ...statement, ...measured }, decideFew(served, people, servedShare))];
  });
}
