import { type DemandSeries, periodsPerDay } from '../../../models/demand/series/demand-series.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { chooseColumns, type Layout } from './choose-columns.ts';
import { parseNumber } from './parse-number.ts';
import { parseTime } from './parse-time.ts';
import { readTable, type Table } from './read-table.ts';

/** A series from a file, what it is called, and what was odd about the file. */
export interface DemandFile {
  readonly name: string;
  readonly series: DemandSeries;
  readonly warnings: readonly string[];
}

interface Reading {
  /** Hours since 1970 in local time, with minutes as fractions. */
  readonly at: number;
  readonly value: number;
}

/** A longer history than this is a wrong year in one row. */
const LONGEST_YEARS = 60;
const MOST_PROBLEMS = 5;

/** Reads demand by day or hour from a CSV file, long or wide. Reports all problems of the file at once. */
export async function readDemand(
  file: string,
  options: { readonly column: string | undefined; readonly timeColumn: string | undefined; readonly zone: string },
): Promise<DemandFile> {
  const table = await readTable(file);
  const layout = chooseColumns(table, options.column, options.timeColumn, options.zone);
  const { readings, problems, daily } = readingsOf(table, layout, options.zone);
  if (problems.length > MOST_PROBLEMS) problems.splice(MOST_PROBLEMS, problems.length, `and ${problems.length - MOST_PROBLEMS} more`);
  if (problems.length > 0) throw new SurgeproofError('unreadable-file', { file, problems });
  const step = daily ? 'day' : 'hour';
  const width = 24 / periodsPerDay(step);
  const finer = readings.some(({ at }) => at % 1 !== 0);
  const indexes = readings.map(({ at }) => Math.floor(at / width));
  const first = indexes.reduce((least, index) => Math.min(least, index), Number.POSITIVE_INFINITY);
  const last = indexes.reduce((most, index) => Math.max(most, index), Number.NEGATIVE_INFINITY);
  if ((last - first) * width > LONGEST_YEARS * 8766)
    throw new SurgeproofError('unreadable-file', {
      file,
      problems: [
        `time: must span at most ${LONGEST_YEARS} years, got ${Math.round(((last - first) * width) / 8766)}; look for a wrong year`,
      ],
    });
  const { values, doubles } = gathered(readings, indexes, first, last, finer);
  const warnings: string[] = [];
  if (doubles > 0)
    warnings.push(
      `Given more than once with different values: ${doubles === 1 ? `one ${step}` : `${doubles} ${step}s`}; the mean was taken.`,
    );
  if (indexes.some((index, i) => i > 0 && index < indexes[i - 1]!)) warnings.push('Rows were not in order of time; they were sorted.');
  if (finer) warnings.push('Rows finer than an hour were added up by hour.');
  return { name: layout.kind === 'long' ? table.header[layout.value]! : 'hourly', series: { step, first, values }, warnings };
}

/** Every value with its time, and a sentence for each row that has none. */
function readingsOf(table: Table, layout: Layout, zone: string): { readings: Reading[]; problems: string[]; daily: boolean } {
  const readings: Reading[] = [];
  const problems: string[] = [];
  let daily = layout.kind === 'long' && layout.hour === null;
  table.rows.forEach((row, i) => {
    const time = parseTime(row[layout.time] ?? '', zone);
    if (time === null) {
      problems.push(
        `line ${i + 2}: ${table.header[layout.time]}: must be a date, got ${(row[layout.time] ?? '').slice(0, 40) || 'nothing'}`,
      );
      return;
    }
    const add = (column: number, hour: number): void => {
      const value = parseNumber(row[column] ?? '');
      if (value === null) problems.push(`line ${i + 2}: ${table.header[column]}: must be a number, got ${row[column]!.slice(0, 40)}`);
      else readings.push({ at: time.day * 24 + hour, value });
    };
    if (layout.kind === 'wide') for (const [hour, column] of layout.hours.entries()) add(column, hour);
    else {
      const hour = layout.hour === null ? (time.hour ?? 0) : Number(parseNumber(row[layout.hour] ?? '') ?? 0);
      if (hour !== 0 || time.minute !== 0) daily = false;
      add(layout.value, hour + time.minute / 60);
    }
  });
  return { readings, problems, daily };
}

/** One value a period: the mean of repeated ones, the sum of finer ones. The hour that ends daylight saving comes twice and is such a mean. */
function gathered(
  readings: readonly Reading[],
  indexes: readonly number[],
  first: number,
  last: number,
  finer: boolean,
): { values: Float64Array; doubles: number } {
  const values = new Float64Array(last - first + 1).fill(Number.NaN);
  const counts = new Float64Array(values.length);
  const differing = new Set<number>();
  readings.forEach(({ value }, i) => {
    const at = indexes[i]! - first;
    if (!Number.isFinite(value)) return;
    if (counts[at]! > 0 && !finer && values[at]! / counts[at]! !== value) differing.add(at);
    values[at] = counts[at] === 0 ? value : values[at]! + value;
    counts[at]!++;
  });
  return { values: values.map((value, i) => (finer || counts[i] === 0 ? value : value / counts[i]!)), doubles: differing.size };
}
