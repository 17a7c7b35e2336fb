import { clockOf } from '../cells/clock-columns.ts';
import { parseNumber } from '../cells/parse-number.ts';
import { parseTime } from '../cells/parse-time.ts';
import type { Row } from './table.ts';

/** The names of the columns, and the rows that follow them. */
export interface Headed {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** Rows before the header: titles of an export. */
  readonly before: readonly Row[];
}

const isDate = (cell: string): boolean => parseTime(cell, 'UTC') !== null;
/** Unix seconds of 2001 to 2033, or a thousand, a million or a billion times as many. */
const UNIX = /^1\d{9}(?:\d{3}){0,3}$/;
const isTime = (cell: string): boolean => isDate(cell) || UNIX.test(cell);
const isNumber = (cell: string): boolean => parseNumber(cell) !== null || parseNumber(cell, 'comma') !== null;

/** A row of data holds a date or a Unix time, or nothing but numbers; hours at the head of columns are numbers too. */
function isData({ cells }: Row): boolean {
  const full = cells.filter((cell) => cell !== '');
  if (full.length < 2) return false;
  if (full.some(isTime)) return full.some((cell) => isNumber(cell) && !isTime(cell)) || full.every(isTime);
  return full.every(isNumber) && full.filter((cell) => clockOf(cell) !== null).length < full.length - 1;
}

const isTotals = ({ cells }: Row): boolean => cells.some((cell) => cell !== '' && isNumber(cell) && clockOf(cell) === null);
const isNames = ({ cells }: Row, length: number): boolean =>
  cells.length === length && cells.every((cell) => cell === '' || !isNumber(cell));

const unnamed = (cells: number): string[] => Array.from({ length: cells }, (_, i) => `column ${i + 1}`);

/**
 * Finds the row of names: the last one before the data that has as many cells, or a comment of that form; invented names where the data come
 * first.
 *
 * @param comments split like the rows
 */
export function findHeader(rows: readonly Row[], comments: readonly (readonly string[])[]): Headed {
  const first = Math.max(0, rows.findIndex(isData));
  let own = first > 0 || rows.length === 0 || !isData(rows[0]!) ? Math.max(0, first - 1) : -1;
  // A row of data may lack its value.
  while (own >= 0 && first > 0 && rows[own]!.cells.some(isDate)) own--;
  // Totals may stand between the names and the data.
  if (own > 0 && isTotals(rows[own]!) && isNames(rows[own - 1]!, rows[own]!.cells.length)) own--;
  if (own >= 0) return { header: rows[own]?.cells ?? [], rows: rows.slice(own + 1), before: rows.slice(0, own) };
  const { length } = rows[0]!.cells;
  const commented = [...comments].reverse().find((cells) => cells.length === length && !cells.some(isNumber));
  return { header: commented ?? unnamed(length), rows, before: [] };
}
