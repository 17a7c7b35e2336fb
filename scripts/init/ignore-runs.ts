/** The ways in which a .gitignore leaves out the run folders. */
const RUNS = /^\/?runs(\/|\/\*{1,2})?$/;

/**
 * A .gitignore with a line for the run folders; null when it has one already.
 *
 * @example ignoreRuns('node_modules/') // => 'node_modules/\nruns/\n'
 */
export function ignoreRuns(text: string): string | null {
  if (text.split(/\r?\n/).some((line) => RUNS.test(line.trim()))) return null;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text}${text === '' || text.endsWith('\n') ? '' : end}runs/${end}`;
}
