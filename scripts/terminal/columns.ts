import stringWidth from 'string-width';
import { wrapped } from './wrapped.ts';

type Rows = readonly (readonly string[])[];

/** Columns of the terminal that the last cell of a row needs; with fewer, it is printed below the others. */
const LEAST_LAST = 24;
const INDENT = 4;

/**
 * Rows as lines with their cells under each other. The last cell is wrapped to the rest of the width; where the rest is too narrow, it
 * is printed on lines of its own below the others.
 */
export function columns(rows: Rows, width: number): string[] {
  const widths = (rows[0] ?? []).slice(0, -1).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column]!))));
  const taken = widths.reduce((sum, one) => sum + one + 2, 0);
  const below = taken + LEAST_LAST > width;
  return rows.flatMap((row) => {
    const first = widths.map((one, column) => `${row[column]!}${' '.repeat(one - stringWidth(row[column]!) + 2)}`).join('');
    if (row.at(-1) === '') return [first.trimEnd()];
    if (below) return [first.trimEnd(), ...wrapped(row.at(-1)!, width - INDENT).map((line) => ' '.repeat(INDENT) + line)];
    return wrapped(row.at(-1)!, width - taken).map((line, i) => (i === 0 ? first : ' '.repeat(taken)) + line);
  });
}

/** A table of short cells; where the terminal is too narrow for it, its columns become rows. */
export function upright(rows: Rows, width: number): string[] {
  const lines = columns(rows, Number.POSITIVE_INFINITY);
  if (lines.every((line) => stringWidth(line) <= width)) return lines;
  const turned = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]!));
  return columns(turned, Number.POSITIVE_INFINITY);
}
