import type { StandardForm } from '../../../models/results/plan/standard-form.ts';
import { type Html, html } from '../../format/html.ts';
import { tableHtml } from '../../html/table.ts';
import { FORM_HEADER, type FormRow, generalRows, remarkRows, SUMMARY_HEADER, serverRows, summaryRow } from './standard-rows.ts';

/** Of the cells beside the first: symbols, ranges and values are never broken. */
const CLASSES = ['text whole', 'text', 'text whole', 'number', 'text'];

/** The form in Korean: the project, the results, a table for each kind of server, and the remarks. */
export function standardTable(form: StandardForm): Html {
  const title = `정보시스템 하드웨어 규모산정 (${form.standard})`;
  return html`${factsTable(title, generalRows(form))}
${tableHtml({ caption: '산정 결과 요약', header: SUMMARY_HEADER, rows: form.servers.map(summaryRow) })}
${form.servers.map((server) => rowsTable(`${server.name} 서버`, serverRows(server)))}
${form.notes.length === 0 ? null : html`<ul>${form.notes.map(({ korean }) => html`<li>${korean}</li>`)}</ul>`}`;
}

const scrolled = (
  caption: string,
  table: Html,
): Html => html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">${table}</div>
`;

function factsTable(caption: string, rows: readonly FormRow[]): Html {
  const body = rows.map(
    ([
      ,
      ,
      item,
      ,
      value,
      ground,
    ]) => html`<tr><th scope="row" class="text">${item}</th><td class="text">${value}</td><td class="text">${ground}</td></tr>
`,
  );
  return scrolled(
    caption,
    html`<table><caption>${caption}</caption><thead><tr><th scope="col" class="text">항목</th><th scope="col" class="text">내용</th><th scope="col" class="text">비고</th></tr></thead><tbody>
${body}</tbody></table>`,
  );
}

function rowsTable(caption: string, rows: readonly FormRow[]): Html {
  const row = ([part, ...cells]: FormRow): Html =>
    html`<tr><th scope="row" class="text">${part}</th>${cells.map((cell, i) => html`<td class="${CLASSES[i]!}">${cell}</td>`)}</tr>
`;
  return scrolled(
    caption,
    html`<table><caption>${caption}</caption>
<thead><tr>${FORM_HEADER.map((cell) => html`<th scope="col" class="${cell === '적용값' ? 'number' : 'text'}">${cell}</th>`)}</tr></thead><tbody>
${rows.map(row)}</tbody></table>`,
  );
}

/** A cell that a spreadsheet would run as a formula begins with an apostrophe instead; quotes are doubled (RFC 4180). */
const cellOf = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The form as CSV with a byte order mark, without which spreadsheets read Korean as gibberish. */
export function standardCsv(form: StandardForm): string {
  const lines = [FORM_HEADER, ...generalRows(form), ...form.servers.flatMap(serverRows), ...remarkRows(form)];
  return `\ufeff${lines.map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`;
}
