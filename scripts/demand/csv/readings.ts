import { decimalMark } from './cells/decimal-mark.ts';
import { hoursOf } from './cells/hour-column.ts';
import { type DecimalMark, parseNumber } from './cells/parse-number.ts';
import type { LocalTime } from './cells/parse-time.ts';
import type { Layout } from './choose-columns.ts';
import type { Row, Table } from './table/table.ts';

/** A value and its time. */
export interface Reading {
  readonly line: number;
  readonly cells: readonly string[];
  readonly time: LocalTime;
  /** Hour of the day in local time, with minutes as fractions; null for a day without a clock. */
  readonly hour: number | null;
  readonly value: number;
}

export interface Readings {
  readonly readings: readonly Reading[];
  /** A sentence for each row that cannot be read. */
  readonly problems: readonly string[];
  /** Rows at the end that hold no time, as parts of a sentence. */
  readonly leftOut: readonly string[];
}

/** `13/40/2026`: a date in another form than the rest, which must not pass for a note. */
const DATE_LIKE = /\d{1,4}[-/.]\d{1,2}/;

/** Rows after the last time: totals, notes, another table. */
function splitTail({ rows }: Table, { time }: Layout): { body: readonly Row[]; tail: readonly Row[] } {
  let length = rows.length;
  for (; length > 0; length--) {
    const cell = rows[length - 1]!.cells[time.at] ?? '';
    if (time.format.read(cell) !== null || DATE_LIKE.test(cell)) break;
  }
  return { body: rows.slice(0, length), tail: rows.slice(length) };
}

function wordsOfTail(tail: readonly Row[]): string[] {
  if (tail.length === 0) return [];
  const [first, last] = [tail[0]!, tail[tail.length - 1]!];
  const text = first.cells
    .filter((cell) => cell !== '')
    .join(' ')
    .slice(0, 30);
  return [
    tail.length === 1 ? `line ${first.line} (${text}) without a date` : `lines ${first.line} to ${last.line} (${text} …) without a date`,
  ];
}

const columnsOf = (layout: Layout): number[] => (layout.kind === 'long' ? [layout.value] : layout.hours.map(({ at }) => at));

/** The decimal mark of the columns of demand: as asked for, else as they show it. */
function markOf(
  { delimiter }: Table,
  body: readonly Row[],
  layout: Layout,
  asked: DecimalMark | undefined,
): DecimalMark | { unclear: string } {
  const cells = (): string[] => body.flatMap((row) => columnsOf(layout).map((at) => row.cells[at] ?? ''));
  return asked ?? decimalMark(cells(), delimiter);
}

/** Every value of a table with its time. */
export function readingsOf(table: Table, layout: Layout, asked: DecimalMark | undefined): Readings {
  const { body, tail } = splitTail(table, layout);
  const { header } = table;
  const mark = markOf(table, body, layout, asked);
  if (typeof mark !== 'string') {
    const name = layout.kind === 'long' ? header[layout.value] : 'values';
    const rule = `${name}: must show whether ${mark.unclear} is a thousand and more or has decimals, got no value that does`;
    return { readings: [], problems: [`${rule}; say --decimal point or --decimal comma`], leftOut: [] };
  }
  const readings: Reading[] = [];
  const problems: string[] = [];
  const hours = layout.kind === 'long' && layout.hour !== null ? hoursOf(body.map(({ cells }) => cells[layout.hour!] ?? '')) : [];
  for (const [i, { line, cells }] of body.entries()) {
    const written = cells[layout.time.at] ?? '';
    const time = layout.time.format.read(written);
    if (time === null) {
      problems.push(
        `line ${line}: ${header[layout.time.at]}: must be a date, got ${written.slice(0, 40) || 'nothing'}; correct it, or take the line out`,
      );
      continue;
    }
    const add = (at: number, hour: number | null): void => {
      const value = parseNumber(cells[at] ?? '', mark);
      if (value === null)
        problems.push(
          `line ${line}: ${header[at]}: must be a number, got ${cells[at]!.slice(0, 40)}; write digits, or leave the cell empty`,
        );
      else readings.push({ line, cells, time, hour, value });
    };
    if (layout.kind === 'wide') for (const { at, hour } of layout.hours) add(at, hour);
    else if (layout.hour === null) add(layout.value, hourOf(time));
    else {
      const hour = hours[i] ?? null;
      if (hour === null) problems.push(`line ${line}: ${header[layout.hour]}: must be an hour, got ${cells[layout.hour]!.slice(0, 40)}`);
      else add(layout.value, hour);
    }
  }
  return { readings, problems, leftOut: wordsOfTail(tail) };
}

const hourOf = ({ hour, minute }: LocalTime): number | null => (hour === null ? null : hour + minute / 60);
