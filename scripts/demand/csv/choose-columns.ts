import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { similarTo } from '../../terminal/similar.ts';
import { parseNumber } from './parse-number.ts';
import { parseTime } from './parse-time.ts';
import type { Table } from './read-table.ts';

/** Layout of a table: one column of time and one of values, or one row a day with 24 columns. */
export type Layout =
  | { readonly kind: 'long'; readonly time: number; readonly hour: number | null; readonly value: number }
  | { readonly kind: 'wide'; readonly time: number; readonly hours: readonly number[] };

const HOUR_COLUMN = /^(?:h|hour)?_?(\d{1,2})(?:시|h)?$/i;
const HOUR_NAMES = new Set(['hour', 'hr', '시', '시간', '시각']);
const SAMPLE = 200;

/** Finds the columns of time and demand; throws a sentence with the columns that exist and the option to use. */
export function chooseColumns(table: Table, column: string | undefined, timeColumn: string | undefined, zone: string): Layout {
  const { file, header } = table;
  const fail = (problem: string): never => {
    throw new SurgeproofError('unreadable-file', { file, problems: [problem] });
  };
  const named = (option: string, name: string): number => columnNamed(header, option, name, fail);
  const sample = table.rows.slice(0, SAMPLE);
  const share = (at: number, good: (cell: string) => boolean): number => sample.filter((row) => good(row[at] ?? '')).length / sample.length;
  const times = header.map((_, at) => at).filter((at) => share(at, (cell) => parseTime(cell, zone) !== null) > 0.9);
  const time = timeColumn === undefined ? times[0] : named('--time-column', timeColumn);
  if (time === undefined)
    return fail(
      `time column: must hold dates such as 2026-02-17, got none in ${examples(table)}; write them so, or name one with --time-column`,
    );
  if (timeColumn === undefined && times.length > 1)
    return fail(
      `time column: must be clear, got ${times.map((at) => header[at]).join(' and ')}; choose with --time-column ${header[times[0]!]}`,
    );
  const hours = hourColumns(header);
  if (column === undefined && hours !== null) return { kind: 'wide', time, hours };
  const hour = header.findIndex((name) => HOUR_NAMES.has(name.toLowerCase()));
  const numeric = header
    .map((_, at) => at)
    .filter(
      (at) =>
        at !== time &&
        at !== hour &&
        share(at, (cell) => parseNumber(cell) !== null) > 0.9 &&
        share(at, (cell) => Number.isFinite(parseNumber(cell) ?? Number.NaN)) > 0.1,
    );
  const value = column === undefined ? numeric[0] : named('--column', column);
  if (value === undefined)
    return fail(`column: must hold numbers such as 1234.5 or 1,234.5, got none in ${examples(table)}; name one with --column`);
  if (column === undefined && numeric.length > 1)
    return fail(`column: must be clear, got ${numeric.map((at) => header[at]).join(', ')}; choose with --column ${header[numeric[0]!]}`);
  return { kind: 'long', time, hour: hour < 0 || hour === value ? null : hour, value };
}

/** The place of a column that was asked for by name. */
function columnNamed(header: readonly string[], option: string, name: string, fail: (problem: string) => never): number {
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
  const named = header.slice(0, MOST_EXAMPLES).map((name, at) => `${name} (${(rows[0]?.[at] ?? '').slice(0, 20) || 'empty'})`);
  return named.join(', ') + (header.length > MOST_EXAMPLES ? ' and others' : '');
}

/** The 24 columns of a wide table in order, or null. Tables that count 1 to 24 name the end of the hour. */
function hourColumns(header: readonly string[]): number[] | null {
  const found = new Map<number, number>();
  header.forEach((name, at) => {
    const hour = HOUR_COLUMN.exec(name.trim())?.[1];
    if (hour !== undefined) found.set(Number(hour), at);
  });
  if (found.size !== 24) return null;
  const first = found.has(0) ? 0 : 1;
  const columns = Array.from({ length: 24 }, (_, h) => found.get(h + first));
  return columns.every((at) => at !== undefined) ? (columns as number[]) : null;
}
