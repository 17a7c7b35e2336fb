import type { CriterionResult, Verdict } from '../../results/verdict.ts';
import type { JudgeInput } from '../judge-input.ts';
import type { Judged } from '../overall.ts';
import { advice, blame } from './advice.ts';
import { criterionClause, openQuestion } from './criterion-sentences.ts';
import { mostImportant } from './importance.ts';
import { plural } from './numbers.ts';

/** More sentences than this are a table, which the report has. */
const MOST_SENTENCES = 5;

/** The verdict in plain sentences with numbers: the first says it all, the last says what to do next. */
export function reasons(verdict: Verdict, judged: Judged, input: JudgeInput): string[] {
  const findings = findingsOf(verdict, judged);
  const clauses = findings.map(verdict === 'INCONCLUSIVE' ? openQuestion : criterionClause);
  const opening = openings(verdict, judged, input)[0];
  const [lead, ...more] = opening === undefined ? clauses : [opening, ...clauses];
  const told = more.slice(0, MOST_SENTENCES - 1).map(sentence);
  const left = more.length - told.length;
  const last = advice(verdict, findings[0], input);
  return [
    `${verdict}: ${verdict === 'WARN' ? 'every budget was kept, but ' : ''}${lead ?? 'nothing was measured'}${scene(verdict, opening, input)}.`,
    ...told,
    ...(left > 0 ? [`${plural(left, 'more statement', 'more statements')} of this kind in the table of criteria.`] : []),
    ...afterthoughts(verdict, judged, input),
    ...(last === null ? [] : [last]),
  ];
}

function findingsOf(verdict: Verdict, { criteria, invariants, validity }: Judged): CriterionResult[] {
  if (verdict === 'INVALID') return validity.filter((result) => result.verdict === 'INVALID');
  const results = [...invariants, ...criteria];
  if (verdict === 'FAIL') return mostImportant(results, 'FAIL');
  const voting = results.filter(({ advisory }) => advisory !== true);
  return verdict === 'WARN'
    ? [...mostImportant(voting, 'WARN'), ...validity.filter((one) => one.verdict === 'WARN')]
    : mostImportant(voting, verdict === 'PASS' ? 'WARN' : verdict);
}

/** What comes before any criterion: how the run ended, or that all is well. */
function openings(verdict: Verdict, judged: Judged, { run, folded }: JudgeInput): string[] {
  const after = `after ${plural(run.durationSeconds, 'second', 'seconds')}`;
  if (verdict === 'FAIL' && run.interruption === 'target-died') return [`the target died ${after}`];
  if (verdict === 'PASS')
    return [`all ${judged.criteria.filter((one) => one.verdict === 'PASS').length} budgets and gates that could be judged were kept`];
  if (verdict !== 'INCONCLUSIVE') return [];
  if (run.interruption === 'disk-full')
    return [`the disk was full ${after}; what was measured until then keeps its limits or shows nothing`];
  if (run.interruption !== null || folded.ended === 'stopped') return [`the run was stopped ${after}, before it could show everything`];
  return [];
}

/** How many people were waiting: the sentence should say what the service had to bear. */
function scene(verdict: Verdict, opening: string | undefined, { run }: JudgeInput): string {
  const waiting = run.queue.maxWaiting;
  const matters = verdict === 'PASS' || ((verdict === 'FAIL' || verdict === 'WARN') && opening === undefined);
  return matters && waiting > 0 ? ` while ${plural(waiting, 'person', 'people')} waited` : '';
}

function afterthoughts(verdict: Verdict, { criteria, invariants, validity }: Judged, input: JudgeInput): string[] {
  const thoughts: string[] = [];
  const broken = invariants.filter((one) => one.verdict === 'FAIL');
  if (verdict === 'INVALID') thoughts.push(...broken.map(criterionClause).map(sentence));
  if (validity.some(({ because }) => because === 'target-collapsed')) {
    thoughts.push(
      'The load generator itself was healthy: late and missing starts are the target’s doing, so they do not make the run INVALID.',
    );
  }
  const guilty = verdict === 'FAIL' ? blame(input) : null;
  if (guilty !== null) thoughts.push(guilty);
  const unasked = [...criteria, ...invariants].filter(({ advisory, verdict: own }) => advisory === true && own === 'INCONCLUSIVE').length;
  if (unasked > 0 && verdict !== 'INVALID')
    thoughts.push(`This profile is too small to judge ${plural(unasked, 'statement', 'statements')}, which are shown without a vote.`);
  return thoughts;
}

const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
