/** Text for a CSS string: anything that could end it or the style element is written as an escape. */
const cssString = (text: string): string => `"${text.replace(/[^ \w.:/+-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;

/** Page margins of the printed report: what it is of (`run` and its id) and page numbers in the footer of every A4 page. */
export function pageFooterCss(what: string, id: string): string {
  const font = 'font: 8pt Pretendard, sans-serif; color: #444444;';
  return `@page { size: A4; margin: 14mm 15mm 16mm;
  @bottom-left { content: ${cssString(`surgeproof ${what} ${id}`)}; ${font} }
  @bottom-right { content: counter(page) " / " counter(pages); ${font} } }
`;
}
