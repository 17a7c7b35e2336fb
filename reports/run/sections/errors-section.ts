import { sayCount } from '../../../models/words/count.ts';
import type { DrawnFigure } from '../../charts/png/draw-figures.ts';
import { type Html, html } from '../../format/html.ts';
import { percentNumber } from '../../format/number.ts';
import { shorten } from '../../format/shorten.ts';
import { figureHtml } from '../../html/figure-html.ts';
import type { Section } from '../../html/page-section.ts';
import { tableHtml } from '../../html/table.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReportInput } from '../input/report-input.ts';

const MOST_CAUSES = 15;

/** Failures by cause and by where the cause lies. Causes quote the target: cut and escaped. */
export function errorsSection(report: ReportInput, findings: Findings, drawn: readonly DrawnFigure[]): Section {
  const { run } = report;
  const causes = [...run.errors].sort((a, b) => b.count - a.count);
  const rows = causes
    .slice(0, MOST_CAUSES)
    .map((one) => [titleOf(report, one.step), shorten(one.cause, 160), one.owner, sayCount(one.count)]);
  const caption =
    causes.length > MOST_CAUSES ? `The ${MOST_CAUSES} most common of ${sayCount(causes.length)} causes` : 'Causes, the most common first';
  const table = rows.length > 0 ? tableHtml({ caption, header: ['step', 'cause', 'lies with', 'requests'], rows }) : null;
  const unclear = causes.some(({ owner }) => owner === 'unclear')
    ? html`<p class="note">Unclear: refusals such as 401, 403, 404 and 409. A wrong path or account in the surge file explains them as well as the target does.</p>`
    : null;
  return {
    id: 'errors',
    name: 'Errors',
    finding: findings.errors,
    body: html`${figureHtml(drawn, 'errors')}${table}${unclear}${outcomes(report)}`,
  };
}

function outcomes(report: ReportInput): Html | null {
  const { steps } = report.run;
  if (steps.length === 0) return null;
  const names = [...new Set(steps.flatMap((step) => Object.keys(step.outcomes)))];
  const rows = steps.map((step) => [
    titleOf(report, step.step),
    sayCount(step.attempts),
    ...names.map((name) => sayCount(step.outcomes[name] ?? 0)),
    percentNumber(step.attempts > 0 ? 1 - (step.outcomes.ok ?? 0) / step.attempts : null),
  ]);
  const table = tableHtml({ caption: 'Requests by outcome', header: ['step', 'requests', ...names, 'failed, %'], rows });
  return html`<details><summary>Every step by outcome</summary>${table}</details>`;
}

function titleOf({ manifest }: ReportInput, step: string): string {
  return shorten(manifest.configuration.surge.steps.find(({ name }) => name === step)?.title ?? step, 60);
}
