import { wrapped } from './wrapped.ts';

type Rows = readonly (readonly string[])[];

/** A last column gets at least this much, else lines of its own. */
const LEAST_LAST = 24;
const INDENT = 4;

/**
 * Rows as lines with their cells under each other. The last column takes what is left of the width, on as many lines as it needs;
 * where little is left, it goes below the others.
 */
export function columns(rows: Rows, width: number): string[] {
  const widths = (rows[0] ?? []).slice(0, -1).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const taken = widths.reduce((sum, one) => sum + one + 2, 0);
  const below = taken + LEAST_LAST > width;
  return rows.flatMap((row) => {
    const first = widths.map((one, column) => `${row[column]!.padEnd(one)}  `).join('');
    if (below) return [first.trimEnd(), ...wrapped(row.at(-1)!, width - INDENT).map((line) => ' '.repeat(INDENT) + line)];
    return wrapped(row.at(-1)!, width - taken).map((line, i) => (i === 0 ? first : ' '.repeat(taken)) + line);
  });
}

/** A table of short cells; where the terminal is too narrow for it, its columns become rows. */
export function upright(rows: Rows, width: number): string[] {
  const lines = columns(rows, Number.POSITIVE_INFINITY);
  if (lines.every((line) => line.length <= width)) return lines;
  const turned = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]!));
  return columns(turned, Number.POSITIVE_INFINITY);
}
