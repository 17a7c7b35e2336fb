import type { CriterionResult, Verdict } from '../../results/verdict.ts';
import { plural } from '../../words/count.ts';
import type { JudgeInput } from '../judge-input.ts';
import type { Judged } from '../overall.ts';
import { stepsWithoutBudget } from '../steps-without-budget.ts';
import { announcementSentences } from './announcement-sentences.ts';
import { criterionSentence } from './criterion-sentences.ts';
import { causeSentences, failingSteps, giveUpSentences } from './error-causes.ts';
import { isUnservedRule, unservedSentences } from './people-words.ts';

/** Titles named in one sentence. */
const MOST_NAMED = 5;

/** Bad times within their limits. */
const MOST_SPELLS = 3;
/** A shorter part of its limit is everyday noise of a latency. */
const WORTH_SAYING = 0.2;

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
    ...(verdict === 'FAIL' && criteria.some(isUnserved) ? [...unservedSentences(input), ...giveUpSentences(input)] : []),
    ...(verdict === 'INVALID' ? [] : [...announcementSentences(input), ...withoutBudget(input)]),
    ...(verdict === 'FAIL' || verdict === 'INVALID' ? [] : badSpells(judged)),
    ...(verdict === 'PASS' || verdict === 'WARN' ? withoutAudit(input) : []),
    ...(verdict === 'FAIL' || verdict === 'INVALID' ? [] : advisory(judged)),
  ];
}

const isUnserved = ({ statistic, verdict }: CriterionResult): boolean => isUnservedRule(statistic) && verdict === 'FAIL';

/** A collapse that keeps its limit is not a failure, but a reader must hear of it. */
function badSpells({ criteria }: Judged): string[] {
  const spells = criteria.filter(
    ({ statistic, value, limit, verdict }) =>
      verdict === 'PASS' &&
      value !== null &&
      (statistic === 'burst' ? value > 0 : statistic === 'stretch' && value >= WORTH_SAYING * limit),
  );
  const longest = spells.sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(0, MOST_SPELLS);
  return longest.map(criterionSentence);
}

/** What people were answered is written down, and nobody compared it. */
function withoutAudit({ audit, folded }: JudgeInput): string[] {
  if (audit !== null || folded.journal.length === 0) return [];
  return ['The service’s own records were not checked: this target has no audit.'];
}

function withoutBudget(input: JudgeInput): string[] {
  const titles = stepsWithoutBudget(input);
  if (titles.length === 0) return [];
  const named = titles.slice(0, MOST_NAMED).map((title) => `“${title}”`);
  const more = titles.length > MOST_NAMED ? [`${titles.length - MOST_NAMED} more`] : [];
  const list = [...named, ...more];
  const last = list.pop();
  const names = list.length === 0 ? last : `${list.join(', ')} and ${last}`;
  const one = titles.length === 1;
  return [`${names} ${one ? 'has' : 'have'} no budget and ${one ? 'was' : 'were'} judged on errors alone, by the default limit.`];
}

function advisory({ criteria, invariants }: Judged): string[] {
  const count = [...criteria, ...invariants].filter(({ advisory: shown, verdict }) => shown === true && verdict === 'INCONCLUSIVE').length;
  if (count === 0) return [];
  return [
    `There are too few samples to judge ${plural(count, 'criterion', 'criteria')}; ${count === 1 ? 'it is' : 'they are'} shown as advisory.`,
  ];
}
