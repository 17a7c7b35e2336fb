import { plural, sayCount } from '../../models/words/count.ts';
import { sayTime } from '../../models/words/duration.ts';
import { escapeMarkdown, markdownTable } from '../format/markdown.ts';
import { shellCommand } from '../format/shell-command.ts';
import { shorten } from '../format/shorten.ts';
import { dateTime } from '../format/time/clock.ts';
import { verdictMark } from '../format/verdict-mark.ts';
import { findingsOf } from './findings/findings.ts';
import type { ReportInput } from './input/report-input.ts';
import { STEP_HEADER, stepRows } from './tables/step-rows.ts';
import { byUrgency, criterionRow, splitMeasured } from './words/criterion-row.ts';
import { headlineOf } from './words/headline.ts';
import { notMeasured } from './words/not-measured.ts';
import { forecastSentence } from './words/rehearsed-forecast-sentence.ts';

/** A pull request shows no more without hiding what it is about. */
const MOST_STEPS = 15;
const MOST_ROWS = 10;
const MOST_CAUSES = 5;

/** The report for a pull request: verdict, what to do, every step, what was found, and the criteria that did not pass. */
export function renderMarkdown(report: ReportInput): string {
  const { verdict, run } = report;
  const findings = findingsOf(report);
  const shown = [
    findings.surge,
    findings.trust,
    findings.people,
    findings.faults,
    findings.errors,
    findings.announced,
    findings.fairness,
    findings.audit,
  ];
  const { first, findings: further, advice } = headlineOf(verdict);
  const parts = [
    `## ${verdictMark(verdict.verdict)}: ${escapeMarkdown(first)}`,
    [...further, advice].map((sentence) => `- ${escapeMarkdown(sentence)}`).join('\n'),
    steps(report),
    `### What was found\n\n${shown.flatMap((finding) => (finding === null ? [] : [`- ${escapeMarkdown(finding)}.`])).join('\n')}`,
    criteria(report),
    violations(report),
    causes(report),
    `${provenance(report)}${run.simulated ? ' Simulated service times.' : ''}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function steps(report: ReportInput): string {
  const rows = stepRows(report).filter(({ variant }) => !variant);
  if (rows.length === 0) return '';
  // Steps that failed must be among those that are shown; the order stays that of the surge.
  const urgent = [...rows].sort((a, b) => Number(b.verdict === 'FAIL') - Number(a.verdict === 'FAIL')).slice(0, MOST_STEPS);
  const shown = rows.filter((row) => urgent.includes(row));
  const cells = shown.map(({ title, cells: own, verdict }) => [title, verdict === null ? '–' : verdictMark(verdict), ...own]);
  const rest =
    rows.length > shown.length ? `\n\n${plural(rows.length - shown.length, 'more step is', 'more steps are')} in the report.` : '';
  return `### Steps\n\n${markdownTable(['step', 'verdict', ...STEP_HEADER.slice(1)], cells)}${rest}`;
}

function criteria({ verdict }: ReportInput): string {
  const { measured, missing } = splitMeasured([...verdict.validity, ...verdict.criteria, ...verdict.invariants]);
  const open = byUrgency(measured.filter((one) => one.verdict !== 'PASS' && one.advisory !== true));
  const rows = open.slice(0, MOST_ROWS).map(criterionRow);
  const cells = rows.map((row) => [row.name, row.verdict, row.value, row.limit, row.interval, row.samples, row.remark]);
  const table = rows.length > 0 ? markdownTable(['criterion', 'verdict', 'value', 'limit', '95 % interval', 'samples', ''], cells) : '';
  const left = open.length - rows.length;
  const more = left > 0 ? `${left} more did not pass; they are in the report.` : '';
  const parts = [table, more, missing.length > 0 ? escapeMarkdown(notMeasured(missing)) : ''].filter((part) => part !== '');
  return parts.length === 0 ? '' : `### Criteria that did not pass\n\n${parts.join('\n\n')}`;
}

/** What the audit found and could not check: the first violations by their identifiers. */
function violations({ audit }: ReportInput): string {
  if (audit === null) return '';
  const { checks, notes = [] } = audit;
  const found = checks.flatMap(({ name, examples }) => examples.map((example) => `${shorten(name, 60)}: ${shorten(example, 200)}`));
  const missing = checks.flatMap(({ name, notMade }) =>
    notMade === undefined ? [] : [`${shorten(name, 60)} was not checked. ${shorten(notMade, 400)}`],
  );
  const items = [...found.slice(0, MOST_ROWS), ...missing, ...notes.map((note) => shorten(note, 300))];
  return items.length === 0 ? '' : `### The audit\n\n${items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')}`;
}

function causes({ run, manifest }: ReportInput): string {
  const top = [...run.errors].sort((a, b) => b.count - a.count).slice(0, MOST_CAUSES);
  if (top.length === 0) return '';
  const titles = new Map(manifest.configuration.surge.steps.map(({ name, title }) => [name, title]));
  const rows = top.map((one) => [shorten(titles.get(one.step) ?? one.step, 60), shorten(one.cause, 100), one.owner, sayCount(one.count)]);
  return `### Errors\n\n${markdownTable(['step', 'cause', 'lies with', 'requests'], rows)}`;
}

function provenance({ run, manifest, series, timeZone }: ReportInput): string {
  const what = `${run.surge}, profile ${run.profile}, target ${run.target}, seed ${run.seed}, ${dateTime(series.startedAt, timeZone)}, ${sayTime(run.durationSeconds * 1000)}`;
  const staged = manifest.forecast === undefined ? '' : ` Forecast ${escapeMarkdown(shorten(forecastSentence(manifest.forecast), 400))}.`;
  return `Run ${escapeMarkdown(manifest.id)}: ${escapeMarkdown(what)}; repeat with ${escapeMarkdown(shellCommand(manifest.command))}.${staged}`;
}
