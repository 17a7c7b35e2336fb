/** Lines of an error are enough to find it; the rest of a stack leads through the engine. */
const MOST_LINES = 4;

/** `ReferenceError: x is not defined` and where, without what k6 adds around it. */
function tidy(line: string): string {
  return line
    .replaceAll('\\n\\t', ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/file:\/\/\S*?([^/\s]+\.[mc]?[jt]s:\d+:\d+)\(\d+\)/g, '$1')
    .trim();
}

/** What k6 said of a script that it could not run, as sentences; never empty. */
export function scriptProblems(said: readonly string[]): string[] {
  const lines = said.map(tidy).filter((line) => line !== '');
  return lines.length === 0 ? ['k6 ended before the script began, and said nothing'] : lines.slice(0, MOST_LINES);
}
