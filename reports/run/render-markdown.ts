import { kstDateTime } from '../format/clock.ts';
import { duration } from '../format/duration.ts';
import { escapeMarkdown, markdownTable } from '../format/markdown.ts';
import { whole } from '../format/number.ts';
import { shorten } from '../format/shorten.ts';
import { verdictMark } from '../format/verdict-mark.ts';
import { findingsOf } from './findings/findings.ts';
import type { ReportInput } from './report-input.ts';
import { byUrgency, criterionRow } from './words/criterion-row.ts';
import { furtherSentences } from './words/further-sentences.ts';
import { forecastSentence } from './words/rehearsed-forecast-sentence.ts';
import { verdictSentence } from './words/verdict-sentence.ts';

/** A pull request shows no more without hiding what it is about. */
const MOST_ROWS = 20;
const MOST_CAUSES = 5;

/** The report for a pull request: verdict, what to do, the findings, and the tightest budgets. */
export function renderMarkdown(report: ReportInput): string {
  const { verdict, run } = report;
  const findings = findingsOf(report);
  const told = [findings.trust, findings.surge, findings.latency, findings.errors, findings.announced, findings.fairness, findings.audit];
  const parts = [
    `## ${verdictMark(verdict.verdict)}: ${escapeMarkdown(verdictSentence(verdict))}`,
    furtherSentences(verdict)
      .told.map((sentence) => `- ${escapeMarkdown(sentence)}`)
      .join('\n'),
    `### What was found\n\n${told.map((finding) => `- ${escapeMarkdown(finding)}.`).join('\n')}`,
    criteria(report),
    causes(report),
    `${provenance(report)}${run.simulated ? ' Simulated service times.' : ''}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function criteria({ verdict }: ReportInput): string {
  const sorted = byUrgency(verdict.criteria);
  if (sorted.length === 0) return '';
  const rows = sorted.slice(0, MOST_ROWS).map(criterionRow);
  const cells = rows.map((row) => [
    row.name,
    row.verdict,
    `${row.value}${row.remark ? ` (${row.remark})` : ''}`,
    row.limit,
    row.unit,
    row.margin,
    row.samples,
    row.interval,
  ]);
  const left = sorted.slice(MOST_ROWS);
  const broken = left.filter((one) => one.verdict === 'FAIL').length;
  const rest = left.length > 0 ? `\n\n${left.length} more are in the report${broken > 0 ? `, ${broken} of them failed` : ''}.` : '';
  return `### Budgets\n\n${markdownTable(['criterion', 'verdict', 'value', 'limit', 'unit', 'margin, %', 'samples', '95 % interval'], cells)}${rest}`;
}

function causes({ run }: ReportInput): string {
  const top = [...run.errors].sort((a, b) => b.count - a.count).slice(0, MOST_CAUSES);
  if (top.length === 0) return '';
  const rows = top.map((one) => [shorten(one.step, 60), shorten(one.cause, 100), one.owner, whole(one.count)]);
  return `### Errors\n\n${markdownTable(['step', 'cause', 'owner', 'requests'], rows)}`;
}

function provenance({ run, manifest, series }: ReportInput): string {
  const what = `${run.scenario}, profile ${run.profile}, target ${run.target}, seed ${run.seed}, ${kstDateTime(series.startedAt)}, ${duration(run.durationSeconds * 1000)}`;
  const staged = manifest.forecast === undefined ? '' : ` Forecast ${escapeMarkdown(shorten(forecastSentence(manifest.forecast), 400))}.`;
  return `Run ${escapeMarkdown(manifest.id)}: ${escapeMarkdown(what)}.${staged}`;
}
