/** A text without what spreadsheets and exports put around a table. */
export interface TextLines {
  /** The text, its comments and the line that names the delimiter made empty, so that lines keep their numbers. */
  readonly text: string;
  readonly delimiter: string;
  /** Lines that begin with `#`, without it. */
  readonly comments: readonly string[];
}

/** Excel reads and writes a first line that names the delimiter. */
const SEP_LINE = /^"?sep=(.)"?[\s,;]*$/i;
/** In the order in which they are preferred when several are on as many lines. */
const DELIMITERS = [';', '\t', '|', ','];
const LOOKED_AT = 200;

/** The delimiter that is on most lines; among those, the one that occurs most. */
function delimiterOf(lines: readonly string[]): string {
  const score = (one: string): number => {
    const counts = lines.map((line) => line.split(one).length - 1);
    return counts.filter((count) => count > 0).length * 1e6 + counts.reduce((sum, count) => sum + count, 0);
  };
  return DELIMITERS.reduce((best, one) => (score(one) > score(best) ? one : best), DELIMITERS[0]!);
}

/**
 * Takes a text apart before it is parsed as CSV.
 *
 * @example linesOfText('sep=;\nday;n\n').delimiter // => ';'
 * @example linesOfText('# from Grafana\nday,n\n').comments // => ['from Grafana']
 */
export function linesOfText(text: string): TextLines {
  const lines = text.split(/\r\n|\n|\r/);
  const named = SEP_LINE.exec(lines[0] ?? '')?.[1];
  if (named !== undefined) lines[0] = '';
  const comments: string[] = [];
  lines.forEach((line, i) => {
    if (!line.startsWith('#')) return;
    comments.push(line.replace(/^#\s*/, ''));
    lines[i] = '';
  });
  const full = lines.filter((line) => line.trim() !== '').slice(0, LOOKED_AT);
  return { text: lines.join('\n'), delimiter: named ?? delimiterOf(full), comments };
}
