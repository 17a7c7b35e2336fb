/**
 * Untrusted text inside a Markdown sentence or table cell: no markup, link, mention, table cell, HTML or second line comes out of it.
 * @example escapeMarkdown('a|b `c` <d>') // => 'a\\|b \\`c\\` &lt;d&gt;'
 * @example escapeMarkdown('@all\n#1') // => '@\u200ball \\#1'
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\\`*_[\]|#~!$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//')
    .replace(/www\./gi, 'www\u200b.');
}

/** A table of escaped cells; the first column is text, the others are numbers and stand right. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const rule = `| ${header.map((_, column) => (column === 0 ? '---' : '---:')).join(' | ')} |`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}
