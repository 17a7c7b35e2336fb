import { dayNumber } from '../../../models/demand/calendar/day-number.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { similarTo } from '../../terminal/similar.ts';
import { clockColumns } from './cells/clock-columns.ts';
import { hourColumn } from './cells/hour-column.ts';
import { parseNumber } from './cells/parse-number.ts';
import { isNthDay, numericTimes, type TimeFormat, writtenTimes } from './cells/time-format.ts';
import type { Table } from './table/table.ts';

/** The column of time. */
interface TimeColumn {
  readonly at: number;
  readonly format: TimeFormat;
}

/** Layout of a table: one column of time and one of values, or one row a day with columns named by clock times. */
export type Layout =
  | { readonly kind: 'long'; readonly time: TimeColumn; readonly hour: number | null; readonly value: number }
  | { readonly kind: 'wide'; readonly time: TimeColumn; readonly hours: readonly { readonly at: number; readonly hour: number }[] };

export interface WantedColumns {
  readonly column: string | undefined;
  readonly timeColumn: string | undefined;
  readonly zone: string;
}

const SAMPLE = 200;
const START_DATE = /(?:start date|시작일|시작 날짜)\s*[:：]\s*(\d{4})-?(\d{2})-?(\d{2})/i;

type Fail = (problem: string) => never;

/** Finds the columns of time and demand; throws a sentence with the columns that exist and the option to use. */
export function chooseColumns(table: Table, wanted: WantedColumns): Layout {
  const { file, header } = table;
  const fail: Fail = (problem) => {
    throw new SurgeproofError('unreadable-file', { file, problems: [problem] });
  };
  const time = timeColumn(table, wanted, fail);
  const hours = clockColumns(header.map((name, at) => (at === time.at ? '' : name)));
  if (wanted.column === undefined && hours !== null) return { kind: 'wide', time, hours };
  const isDated = time.format.read(cellsOf(table, time.at)[0] ?? '')?.hour === null;
  const others = header.map((_, at) => at).filter((at) => at !== time.at && header[at] !== wanted.column);
  const days = cellsOf(table, time.at);
  // A column must be left for the demand.
  const isSpare = wanted.column !== undefined || others.length > 1;
  const hour = isDated && isSpare ? hourColumn(header, others, (at) => cellsOf(table, at), new Set(days).size < days.length) : null;
  const dated = { ...table, rows: table.rows.slice(0, SAMPLE).filter(({ cells }) => time.format.read(cells[time.at] ?? '') !== null) };
  const value = valueColumn(dated, wanted.column, hour === null ? [time.at] : [time.at, hour], fail);
  return { kind: 'long', time, hour, value };
}

const cellsOf = ({ rows }: Table, at: number): string[] =>
  rows
    .slice(0, SAMPLE)
    .map(({ cells }) => cells[at] ?? '')
    .filter((cell) => cell !== '');

/** The start date that Google Analytics names in a comment. */
function startOf({ comments }: Table): number | null {
  const parts = comments.map((line) => START_DATE.exec(line)).find((found) => found !== null);
  return parts ? dayNumber(`${parts[1]}-${parts[2]}-${parts[3]}`) : null;
}

/** A column with fewer dates than this share has some by accident; totals and notes are rows without one. */
const MOSTLY = 0.5;
const NEARLY_AS_MANY = 0.9;

/** The columns that hold most written dates. */
function datedColumns(table: Table, columns: readonly number[], zone: string): TimeColumn[] {
  const found = columns.map((at) => ({ at, ...writtenTimes(cellsOf(table, at), zone) })).filter(({ share }) => share > MOSTLY);
  const most = Math.max(...found.map(({ share }) => share));
  return found.filter(({ share }) => share >= NEARLY_AS_MANY * most);
}

function numericColumns(table: Table, columns: readonly number[], zone: string): TimeColumn[] {
  return columns.flatMap((at) => {
    const format = numericTimes(table.header[at]!, cellsOf(table, at), zone, startOf(table));
    return format === null ? [] : [{ at, format }];
  });
}

/** Written dates come first: numbers are taken for times only in a table without them. */
function timeColumn(table: Table, { column, timeColumn: name, zone }: WantedColumns, fail: Fail): TimeColumn {
  const { header } = table;
  const columns =
    name === undefined
      ? header.map((_, at) => at).filter((at) => header[at] !== column)
      : [columnNamed(header, '--time-column', name, fail)];
  const dated = datedColumns(table, columns, zone);
  const found = dated.length > 0 ? dated : numericColumns(table, columns, zone);
  if (found.length > 1)
    return fail(
      `time column: must be clear, got ${found.map(({ at }) => header[at]).join(' and ')}; choose with --time-column ${header[found[0]!.at]}`,
    );
  return found[0] ?? noTime(table, name, columns[0]!, fail);
}

function noTime(table: Table, name: string | undefined, at: number, fail: Fail): never {
  const nth = table.header.find(isNthDay);
  if (nth !== undefined)
    return fail(`${nth}: must be counted from a date, got no line such as "# Start date: 20260301"; write dates in its place`);
  if (name !== undefined) {
    const [example = 'nothing'] = cellsOf(table, at);
    return fail(`--time-column: must name a column of dates such as 2026-02-17, got ${name} (${example.slice(0, 20)})`);
  }
  return fail(
    `time column: must hold dates such as 2026-02-17, got none in ${examples(table)}; write them so, or name one with --time-column`,
  );
}

function valueColumn(table: Table, name: string | undefined, others: readonly number[], fail: Fail): number {
  const { header } = table;
  if (name !== undefined) return columnNamed(header, '--column', name, fail);
  const numeric = header
    .map((_, at) => at)
    .filter((at) => {
      if (others.includes(at) || isRowNumber(header[at]!, cellsOf(table, at))) return false;
      const numbers = cellsOf(table, at).map((cell) => parseNumber(cell) ?? parseNumber(cell, 'comma'));
      const known = numbers.filter((number) => number !== null);
      return known.length > 0.9 * numbers.length && known.filter(Number.isFinite).length > 0.1 * Math.max(1, numbers.length);
    });
  const [value] = numeric;
  if (value === undefined)
    return fail(`column: must hold numbers such as 1234.5 or 1,234.5, got none in ${examples(table)}; name one with --column`);
  if (numeric.length > 1)
    return fail(`column: must be clear, got ${numeric.map((at) => header[at]).join(', ')}; choose with --column ${header[value]}`);
  return value;
}

const ROW_NUMBER = /^(|#|no\.?|index|unnamed: 0|row|번호|순번|연번)$/i;

/** Whether a column numbers the rows, as data frames are written. */
const isRowNumber = (name: string, cells: readonly string[]): boolean =>
  ROW_NUMBER.test(name.trim()) && cells.length > 1 && cells.every((cell, i) => Number(cell) === Number(cells[0]) + i);

/** The place of a column that was asked for by name. */
function columnNamed(header: readonly string[], option: string, name: string, fail: Fail): number {
  const at = header.indexOf(name);
  if (at >= 0 && header.indexOf(name, at + 1) >= 0)
    return fail(`${option}: must name one column, got ${name}, which is there twice; rename one`);
  if (at >= 0) return at;
  const similar = similarTo(name, header);
  return fail(`${option}: must be one of ${header.join(', ')}, got ${name}${similar === null ? '' : `; did you mean ${similar}?`}`);
}

const MOST_EXAMPLES = 6;

/** Each column with a value of it, so that a reader sees what was read. */
function examples({ header, rows }: Table): string {
  const named = header.slice(0, MOST_EXAMPLES).map((name, at) => `${name} (${(rows[0]?.cells[at] ?? '').slice(0, 20) || 'empty'})`);
  return named.join(', ') + (header.length > MOST_EXAMPLES ? ' and others' : '');
}
