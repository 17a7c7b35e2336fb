const BEGIN = '<!-- begin: written by npm run bench:forecast -- --write -->';
const END = '<!-- end of forecasts -->';

/** The document with these tables in place of those that stood there; throws a sentence when it has no place for them. */
export function writtenTables(text: string, tables: string): string {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/benchmarks.md: must have the lines ${BEGIN} and ${END}, got none`);
  return `${text.slice(0, begin)}${BEGIN}\n\n${tables.trim()}\n\n${text.slice(end)}`;
}
