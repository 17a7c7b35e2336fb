/** Shares may miss their totals by so much, and no more. */
const TOLERANCE = 1e-12;
/** Plenty: tables of a few rows take some dozens of rounds. */
const MOST_ROUNDS = 10_000;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const columnOf = (table: readonly (readonly number[])[], j: number): number => sum(table.map((row) => row[j] ?? 0));

function checkTotals(seed: readonly (readonly number[])[], rows: readonly number[], columns: readonly number[]): void {
  if (rows.length !== seed.length || seed.some((row) => row.length !== columns.length))
    throw new RangeError(`rake: a table needs one total a row and a column, got ${rows.length} and ${columns.length} totals`);
  if ([...seed.flat(), ...rows, ...columns].some((value) => !(value >= 0 && Number.isFinite(value))))
    throw new RangeError('rake: weights and totals must be 0 or more');
  if (Math.abs(sum(rows) - sum(columns)) > 1e-9)
    throw new RangeError(`rake: the totals of rows and columns must have the same sum, got ${sum(rows)} and ${sum(columns)}`);
}

function fitColumns(table: readonly (readonly number[])[], columns: readonly number[]): number[][] {
  const factors = columns.map((total, j) => (total === 0 ? 0 : total / columnOf(table, j)));
  return table.map((row) => row.map((cell, j) => (cell === 0 ? 0 : cell * factors[j]!)));
}

const fitRows = (table: readonly (readonly number[])[], rows: readonly number[]): number[][] =>
  table.map((row, i) => row.map((cell) => (cell === 0 || rows[i] === 0 ? 0 : (cell * rows[i]!) / sum(row))));

/**
 * The table nearest to `seed` (in relative entropy) with these totals of rows and columns, by iterative proportional fitting
 * (Deming and Stephan, 1940). A weight of 0 stays 0: what cannot happen does not. Throws a `RangeError`, one sentence, when no such table exists.
 *
 * @example rake([[1, 1], [1, 1]], [0.3, 0.7], [0.5, 0.5])[1] // => [0.35, 0.35]
 */
export function rake(seed: readonly (readonly number[])[], rows: readonly number[], columns: readonly number[]): number[][] {
  checkTotals(seed, rows, columns);
  let table = fitRows(seed, rows);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    table = fitRows(fitColumns(table, columns), rows);
    const off = Math.max(...columns.map((total, j) => Math.abs(total - columnOf(table, j))));
    if (off <= TOLERANCE) return table;
    if (!Number.isFinite(off)) break;
  }
  throw new RangeError('rake: no table has these totals where the weights are 0; give more cells a weight, or other totals');
}
