import type { Table } from '../charts/figure/figure.ts';
import { type Html, html } from '../format/html.ts';
import { keepUnits } from '../format/keep-units.ts';

const NUMBER = /^([−-]?[\d,.]+|–|)( (ms|s|min|%).*)?$/;

/** A table that scrolls by itself on a narrow screen. The first column names the row; columns of numbers stand right. */
export function tableHtml({ caption, header, rows }: Table): Html {
  const align = header.map((_, column) => (column === 0 || rows.some((row) => !NUMBER.test(row[column] ?? '')) ? 'text' : 'number'));
  const head = header.map((cell, column) => html`<th scope="col" class="${align[column]}">${cell}</th>`);
  const cells = (row: readonly string[]): Html[] => row.slice(1).map((cell, index) => html`<td class="${align[index + 1]}">${cell}</td>`);
  const body = rows.map(
    (row) => html`<tr><th scope="row" class="text">${row[0]}</th>${cells(row)}</tr>
`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table></div>`;
}

/** Names and values, side by side while there is room. */
export function factsHtml(facts: readonly (readonly [name: string, value: string])[]): Html {
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${keepUnits(value)}</dd></div>`)}</dl>`;
}
