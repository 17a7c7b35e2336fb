import type { CriterionResult } from '../../../../models/results/verdict.ts';
import { type Html, html } from '../../../format/html.ts';
import { byUrgency, criterionRow, splitMeasured } from '../../words/criterion-row.ts';
import { notMeasured } from '../../words/not-measured.ts';

const HEADER = ['verdict', 'criterion', 'value', 'limit', 'room to the limit', 'samples', '95 % interval', ''];
const TEXT = ['verdict', 'criterion'];
/** Rows that are shown at once; the rest of what passed folds away. */
const SHOWN = 12;

/** Criteria as a table, the worst first; what passed with room folds away when the list is long, and what was not measured is one line. */
export function criteriaHtml(caption: string, results: readonly CriterionResult[]): Html {
  if (results.length === 0) return html`<p>Nothing was judged here.</p>`;
  const { measured, missing } = splitMeasured(results);
  const sorted = byUrgency(measured);
  const shown = Math.max(SHOWN, sorted.filter((one) => one.verdict !== 'PASS' && !one.advisory).length);
  const rest = sorted.slice(shown);
  const folded =
    rest.length > 0
      ? html`<details><summary>${rest.length} more that passed or are advisory</summary>${table(`${caption}, continued`, rest)}</details>`
      : null;
  return html`${sorted.length > 0 ? table(caption, sorted.slice(0, shown)) : null}${folded}${missing.length > 0 ? unmeasured(missing) : null}`;
}

const unmeasured = (missing: readonly CriterionResult[]): Html =>
  html`<p class="note">${notMeasured(missing)}</p><details><summary>Each of them</summary>${table('Criteria that were not measured', missing)}</details>`;

function table(caption: string, results: readonly CriterionResult[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="criteria"><caption>${caption}</caption>
<thead><tr>${HEADER.map((cell) => html`<th scope="col" class="${TEXT.includes(cell) ? 'text' : ''}">${cell}</th>`)}</tr></thead><tbody>
${results.map(row)}</tbody></table></div>`;
}

function row(result: CriterionResult): Html {
  const words = criterionRow(result);
  const few = words.remark.includes('few samples') ? 'few' : '';
  return html`<tr><td class="verdict ${result.verdict.toLowerCase()}">${words.verdict}</td><th scope="row" class="text">${words.name}</th><td class="${few}">${words.value}</td><td>${words.limit}</td><td>${words.room}</td><td>${words.samples}</td><td class="${few}">${words.interval}</td><td class="remark">${words.remark}</td></tr>
`;
}
