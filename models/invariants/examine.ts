/** What an invariant found. */
export interface Found {
  /** What was looked at. */
  readonly examined: number;
  readonly violations: number;
  /** The first ten by identifier. */
  readonly examples: readonly string[];
}

const MOST_EXAMPLES = 10;
/** Text that a target made may be of any length. */
const LONGEST_EXAMPLE = 200;

/** Looks at each row; `problemOf` names what violates the rule by its identifier, or returns null. */
export function examineEach<Row>(rows: Iterable<Row>, problemOf: (row: Row) => string | null): Found {
  const examples: string[] = [];
  let [examined, violations] = [0, 0];
  for (const row of rows) {
    examined++;
    const problem = problemOf(row);
    if (problem === null) continue;
    violations++;
    if (examples.length < MOST_EXAMPLES) examples.push(problem.slice(0, LONGEST_EXAMPLE));
  }
  return { examined, violations, examples };
}

/** Rows by a text of them, in the order in which each text came first. */
export function groupBy<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** Sums by a text of each row. */
export function sumBy<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string, amountOf: (row: Row) => number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + amountOf(row));
  return sums;
}

/** Several looks at one rule as one. */
export function together(...found: readonly Found[]): Found {
  return {
    examined: found.reduce((sum, one) => sum + one.examined, 0),
    violations: found.reduce((sum, one) => sum + one.violations, 0),
    examples: found.flatMap(({ examples }) => examples).slice(0, MOST_EXAMPLES),
  };
}

/** An instant as text. */
export const sayInstant = (at: number): string => new Date(at).toISOString();
