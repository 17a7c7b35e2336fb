import type { StandardForm } from '../../models/results/plan/standard-form.ts';
import { sayCount } from '../../models/words/count.ts';
import { type Html, html } from '../format/html.ts';
import { estimate } from '../format/number.ts';

const HEADER = ['구분', '기호', '항목', '범위', '적용값', '적용 근거'];

/** Of the cells beside the first: symbols, ranges and values are never broken. */
const CLASSES = ['text whole', 'text', 'text whole', 'number', 'text'];

/** The form as rows of text, Korean as it is filed: each part ends with its formula and result. */
function formRows({ parts }: StandardForm): string[][] {
  return parts.flatMap((part) => [
    ...part.rows.map((row) => [
      part.title.korean,
      row.symbol,
      row.korean,
      row.high === null ? '–' : row.low === row.high ? estimate(row.low) : `${estimate(row.low)}–${estimate(row.high)}`,
      row.high === null ? sayCount(row.value) : String(row.value),
      row.ground,
    ]),
    [part.title.korean, '', `산정 결과 (${part.unit})`, '', Number(part.result.toFixed(1)).toLocaleString('en'), part.formula],
  ]);
}

/** The Korean table as HTML. */
export function standardTable(form: StandardForm): Html {
  const row = ([part, ...cells]: readonly string[]): Html =>
    html`<tr><th scope="row" class="text">${part}</th>${cells.map((cell, i) => html`<td class="${CLASSES[i]!}">${cell}</td>`)}</tr>
`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${form.standard}"><table lang="ko" class="form"><caption>정보시스템 하드웨어 규모산정 (${form.standard})</caption>
<thead><tr>${HEADER.map((cell) => html`<th scope="col" class="${cell === '적용값' ? 'number' : 'text'}">${cell}</th>`)}</tr></thead><tbody>
${formRows(form).map(row)}</tbody></table></div>`;
}

/** A cell that a spreadsheet would run as a formula begins with an apostrophe instead; quotes are doubled (RFC 4180). */
const cellOf = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The Korean table as CSV with a byte order mark, without which spreadsheets read Korean as gibberish. */
export function standardCsv(form: StandardForm): string {
  const lines = [HEADER, ...formRows(form), ['실측 기준', '', form.measured.sentence, '', String(form.measured.nodes), '']];
  return `\ufeff${lines.map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`;
}
