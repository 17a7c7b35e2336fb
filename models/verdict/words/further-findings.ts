import type { CriterionResult, Verdict } from '../../results/verdict.ts';
import { plural } from '../../words/count.ts';
import { isOpenExcess } from '../../words/open-excess.ts';
import type { JudgeInput } from '../judge-input.ts';
import type { Judged } from '../overall.ts';
import { stepsWithoutBudget } from '../steps-without-budget.ts';
import { criterionClause, criterionSentence, sentence } from './criterion-sentences.ts';
import { causeSentences, failingSteps, giveUpSentences } from './error-causes.ts';

/** Titles named in one sentence. */
const MOST_NAMED = 5;

/** Values beyond their limits that few samples show. */
const MOST_BEYOND = 2;

/** What a reader should know besides the criteria that led to the verdict. */
export function furtherFindings(verdict: Verdict, judged: Judged, input: JudgeInput): string[] {
  const { criteria, invariants, validity } = judged;
  return [
    ...(verdict === 'INVALID' ? invariants.filter((one) => one.verdict === 'FAIL').map(criterionSentence) : []),
    ...(validity.some(({ because }) => because === 'target-collapsed')
      ? [
          'The load generator itself was healthy: late and missing starts do not explain these failures, so they do not make the run INVALID.',
        ]
      : []),
    ...(verdict === 'FAIL' && failingSteps(criteria).size > 0 ? causeSentences(input) : []),
    ...(verdict === 'FAIL' && criteria.some(isUnserved) ? giveUpSentences(input) : []),
    ...(verdict === 'INVALID' ? [] : withoutBudget(input)),
    ...(verdict === 'FAIL' || verdict === 'INVALID' ? [] : advisory(judged)),
  ];
}

const isUnserved = ({ statistic, verdict }: CriterionResult): boolean => statistic === 'served' && verdict === 'FAIL';

function withoutBudget(input: JudgeInput): string[] {
  const titles = stepsWithoutBudget(input);
  if (titles.length === 0) return [];
  const named = titles.slice(0, MOST_NAMED).map((title) => `“${title}”`);
  const more = titles.length > MOST_NAMED ? [`${titles.length - MOST_NAMED} more`] : [];
  const list = [...named, ...more];
  const last = list.pop();
  const names = list.length === 0 ? last : `${list.join(', ')} and ${last}`;
  return [`${names} ${titles.length === 1 ? 'has' : 'have'} no budget and ${titles.length === 1 ? 'was' : 'were'} not judged.`];
}

function advisory({ criteria, invariants }: Judged): string[] {
  const count = [...criteria, ...invariants].filter(({ advisory: shown, verdict }) => shown === true && verdict === 'INCONCLUSIVE').length;
  if (count === 0) return [];
  const beyond = criteria.filter(isOpenExcess);
  const more = beyond.length > MOST_BEYOND ? [`${beyond.length - MOST_BEYOND} more advisory criteria are beyond their limits.`] : [];
  return [
    ...beyond.slice(0, MOST_BEYOND).map((one) => sentence(`${criterionClause(one)}, with too few samples to be sure`)),
    ...more,
    `There are too few samples to judge ${plural(count, 'criterion', 'criteria')}; ${count === 1 ? 'it is' : 'they are'} shown as advisory.`,
  ];
}
