const MOST = 5;

/** The first problems of a file, and how many more there are. */
export function firstProblems(problems: readonly string[]): readonly string[] {
  return problems.length > MOST ? [...problems.slice(0, MOST), `and ${problems.length - MOST} more`] : problems;
}
