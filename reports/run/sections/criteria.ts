import type { CriterionResult } from '../../../models/results/verdict.ts';
import { type Html, html } from '../../format/html.ts';
import { byUrgency, criterionRow } from '../words/criterion-row.ts';

const TEXT = ['verdict', 'criterion', 'unit'];
/** Rows that are shown at once; the rest of what passed folds away. */
const SHOWN = 12;

/** Judged statements as a table, failing first; what passed with room folds away when the list is long. */
export function criteriaHtml(caption: string, results: readonly CriterionResult[]): Html {
  if (results.length === 0) return html`<p>Nothing was judged here.</p>`;
  const sorted = byUrgency(results);
  const shown = Math.max(SHOWN, sorted.filter((one) => one.verdict !== 'PASS' && !one.advisory).length);
  const rest = sorted.slice(shown);
  const folded =
    rest.length > 0
      ? html`<details><summary>${rest.length} more that passed or have no vote</summary>${table(`${caption}, continued`, rest)}</details>`
      : null;
  return html`${table(caption, sorted.slice(0, shown))}${folded}`;
}

function table(caption: string, results: readonly CriterionResult[]): Html {
  const head = ['verdict', 'criterion', 'value', 'limit', 'unit', 'margin, %', 'samples', '95 % interval', ''];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="criteria"><caption>${caption}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col" class="${TEXT.includes(cell) ? 'text' : ''}">${cell}</th>`)}</tr></thead><tbody>
${results.map(row)}</tbody></table></div>`;
}

function row(result: CriterionResult): Html {
  const words = criterionRow(result);
  const few = words.remark.includes('few samples') ? 'few' : '';
  return html`<tr><td class="verdict ${result.verdict.toLowerCase()}">${words.verdict}</td><th scope="row" class="text">${words.name}</th><td class="${few}">${words.value}</td><td>${words.limit}</td><td class="unit">${words.unit}</td><td>${words.margin}</td><td>${words.samples}</td><td class="${few}">${words.interval}</td><td class="remark">${words.remark}</td></tr>
`;
}
