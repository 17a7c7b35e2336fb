import { html } from '../../format/html.ts';
import { percentNumber, whole } from '../../format/number.ts';
import { shorten } from '../../format/shorten.ts';
import { figureHtml } from '../../html/figure.ts';
import type { Section } from '../../html/section.ts';
import { tableHtml } from '../../html/table.ts';
import type { DrawnFigure } from '../figures/draw-run-figures.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReportInput } from '../report-input.ts';

const MOST_CAUSES = 15;

/** Failures by cause and owner. Causes quote the target: cut and escaped. */
export function errorsSection({ run }: ReportInput, findings: Findings, drawn: readonly DrawnFigure[]): Section {
  const causes = [...run.errors].sort((a, b) => b.count - a.count);
  const rows = causes.slice(0, MOST_CAUSES).map((one) => [shorten(one.step, 60), shorten(one.cause, 120), one.owner, whole(one.count)]);
  const caption =
    causes.length > MOST_CAUSES ? `The ${MOST_CAUSES} most common of ${whole(causes.length)} causes` : 'Causes, the most common first';
  const table = rows.length > 0 ? tableHtml({ caption, header: ['step', 'cause', 'owner', 'requests'], rows }) : null;
  return {
    id: 'errors',
    name: 'Errors',
    finding: findings.errors,
    body: html`${figureHtml(drawn, 'errors')}${table}${outcomes(run.steps)}`,
  };
}

function outcomes(steps: ReportInput['run']['steps']) {
  if (steps.length === 0) return null;
  const names = [...new Set(steps.flatMap((step) => Object.keys(step.outcomes)))];
  const rows = steps.map((step) => {
    const share = step.attempts > 0 ? 1 - (step.outcomes.ok ?? 0) / step.attempts : null;
    return [shorten(step.step, 60), whole(step.attempts), ...names.map((name) => whole(step.outcomes[name] ?? 0)), percentNumber(share)];
  });
  const table = tableHtml({ caption: 'Requests by outcome', header: ['step', 'attempts', ...names, 'not ok, %'], rows });
  return html`<details><summary>Every step by outcome</summary>${table}</details>`;
}
