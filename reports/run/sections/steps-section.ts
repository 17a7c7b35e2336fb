import { type Html, html } from '../../format/html.ts';
import { verdictMark } from '../../format/verdict-mark.ts';
import type { Section } from '../../html/page-section.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReportInput } from '../input/report-input.ts';
import { JOURNEY_HEADER, type JourneyRow, journeyRows } from '../tables/journey-rows.ts';
import { STEP_HEADER, type StepRow, stepRows } from '../tables/step-rows.ts';

/** Every step with its count, rate, errors, times and limit, its variants below it; then every journey. */
export function stepsSection(report: ReportInput, findings: Findings): Section {
  const rows = stepRows(report);
  const refused = rows.some((row) => row.refused)
    ? html` Grey: no answer was as expected, so these are the times of refusals and failures.`
    : null;
  const body = html`${table('Every step', STEP_HEADER, rows.map(stepRow))}
<p class="note">Response time since the intended start, over the whole run; the verdict of a step is that of its limits in the judged phases.${refused}</p>
${table('Every journey, from arriving to the end', JOURNEY_HEADER, journeyRows(report).map(journeyRow))}`;
  return { id: 'steps', name: 'Steps and journeys', finding: findings.steps, body };
}

function table(caption: string, header: readonly string[], rows: readonly Html[]): Html {
  const heads = [header[0], 'verdict', ...header.slice(1)].map(
    (cell, column) => html`<th scope="col" class="${column <= 1 ? 'text' : ''}">${cell}</th>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="criteria steps"><caption>${caption}</caption>
<thead><tr>${heads}</tr></thead><tbody>
${rows}</tbody></table></div>`;
}

function stepRow({ title, name, variant, cells, refused, verdict }: StepRow): Html {
  const identifier = name === '' ? null : html` <code>${name}</code>`;
  // Counts and errors stay black: only times are those of refusals.
  const grey = (column: number): string => (refused && column >= 3 && column <= 7 ? 'few' : '');
  return html`<tr><th scope="row" class="text ${variant ? 'variant' : ''}">${title}${identifier}</th>${mark(verdict)}${cells.map((cell, column) => html`<td class="${grey(column)}">${cell}</td>`)}</tr>
`;
}

const journeyRow = ({ title, cells, verdict }: JourneyRow): Html =>
  html`<tr><th scope="row" class="text">${title}</th>${mark(verdict)}${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`;

const mark = (verdict: StepRow['verdict']): Html =>
  verdict === null ? html`<td class="text">–</td>` : html`<td class="verdict ${verdict.toLowerCase()}">${verdictMark(verdict)}</td>`;
