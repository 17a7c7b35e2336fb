import type { CriterionResult, Verdict, VerdictFile } from '../../results/verdict.ts';
import { plural } from '../../words/count.ts';
import type { JudgeInput } from '../judge-input.ts';
import { binding, isBudget, type Judged, judgesTheService } from '../overall.ts';
import { advice } from './advice.ts';
import { criterionClause } from './criterion-sentences.ts';
import { furtherFindings } from './further-findings.ts';
import { mostImportant } from './importance.ts';
import { withCause } from './with-cause.ts';

/** More findings than this are a table, which the report has. */
const MOST_FINDINGS = 4;

/** The verdict in plain sentences with numbers: the headline says it all, the findings explain it, the advice says what to do next. */
export function verdictWords(verdict: Verdict, judged: Judged, input: JudgeInput): Pick<VerdictFile, 'headline' | 'findings' | 'advice'> {
  const found = decisive(verdict, judged);
  const sentences = found.map((result) => withCause(result, input));
  const opening = openingOf(verdict, judged, input);
  const lead = opening ?? leadOf(verdict, found[0], sentences[0]);
  const more = opening === null ? sentences.slice(1) : sentences;
  const left = more.length - MOST_FINDINGS;
  return {
    headline: withScene(lead, verdict, opening, input),
    findings: [
      ...more.slice(0, MOST_FINDINGS),
      ...(left > 0 ? [`${plural(left, 'more criterion', 'more criteria')} of this kind in the table of criteria.`] : []),
      ...furtherFindings(verdict, judged, input),
    ],
    advice: advice(verdict, judged, found[0], input),
  };
}

/** The criteria that led to the verdict, the most important first. */
function decisive(verdict: Verdict, { criteria, invariants, validity }: Judged): CriterionResult[] {
  if (verdict === 'INVALID') return validity.filter((result) => result.verdict === 'INVALID');
  const results = [...invariants, ...criteria];
  if (verdict === 'FAIL') return mostImportant(results, 'FAIL');
  if (verdict === 'INCONCLUSIVE')
    return [...validity.filter((one) => one.verdict === 'INCONCLUSIVE'), ...mostImportant(binding(results), 'INCONCLUSIVE')];
  return [...mostImportant(binding(results), 'WARN'), ...validity.filter((one) => one.verdict === 'WARN')];
}

function leadOf(verdict: Verdict, first: CriterionResult | undefined, text: string | undefined): string {
  if (first === undefined || text === undefined) return 'Nothing was measured.';
  return verdict === 'WARN' ? `Every budget was kept, but ${criterionClause(first)}.` : text;
}

/** What comes before any criterion: how the run ended, or that all is well; null when a criterion says it. */
function openingOf(verdict: Verdict, judged: Judged, { run, folded }: JudgeInput): string | null {
  const after = `after ${plural(run.durationSeconds, 'second', 'seconds')}`;
  if (verdict === 'FAIL' && run.interruption === 'target-died') return `The target stopped ${after}.`;
  if (verdict === 'PASS') return keptSentence(judged);
  if (verdict !== 'INCONCLUSIVE') return null;
  if (run.interruption === 'disk-full') return `The disk was full ${after}, before the run could show everything.`;
  if (run.interruption !== null || folded.ended === 'stopped') return `The run was stopped ${after}, before it could show everything.`;
  return judgesTheService(judged) ? null : withoutEvidence(judged);
}

function keptSentence({ criteria }: Judged): string {
  const kept = criteria.filter(({ verdict }) => verdict === 'PASS').length;
  return `All ${plural(kept, 'limit', 'limits')}${kept < criteria.length ? ' that could be judged' : ''} were kept.`;
}

const withoutEvidence = ({ criteria }: Judged): string =>
  criteria.some(isBudget)
    ? 'The run has too few samples for any latency or error budget.'
    : 'No latency or error budget was set, so that nothing could be judged.';

/** How many people waited in the queue: the headline should say what the service had to bear. */
function withScene(lead: string, verdict: Verdict, opening: string | null, { run }: JudgeInput): string {
  const waiting = run.queue?.maxWaiting ?? 0;
  const matters = verdict === 'PASS' || ((verdict === 'FAIL' || verdict === 'WARN') && opening === null);
  return matters && waiting > 0 ? `${lead.slice(0, -1)} while ${plural(waiting, 'person', 'people')} waited in the queue.` : lead;
}
