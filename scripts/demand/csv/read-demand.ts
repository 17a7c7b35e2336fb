import { dateOf } from '../../../models/demand/calendar/day-number.ts';
import type { DemandSeries } from '../../../models/demand/series/demand-series.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { firstProblems } from '../first-problems.ts';
import type { DecimalMark } from './cells/parse-number.ts';
import { isRate } from './cells/rate.ts';
import { chooseColumns, type Layout, type WantedColumns } from './choose-columns.ts';
import { daysOfReadings } from './days-of-readings.ts';
import { gather, spanOf } from './gather.ts';
import { type Reading, readingsOf } from './readings.ts';
import { type Around, distinct, type Timed } from './repeated-rows.ts';
import { readTable } from './table/read-table.ts';
import type { Table } from './table/table.ts';

/** A series from a file, what it is called, and what was odd about the file. */
export interface DemandFile {
  readonly name: string;
  readonly series: DemandSeries;
  /** One sentence: rows, days, zone, what was combined and what was left out. */
  readonly read: string;
  readonly warnings: readonly string[];
}

export interface ReadOptions extends WantedColumns {
  /** Left out: as the numbers show it. */
  readonly decimal?: DecimalMark | undefined;
  /** How rows finer than an hour are combined. */
  readonly daily?: 'sum' | 'max';
  /** What is counted, as the user says. */
  readonly unit?: string;
}

/** A longer history than this is a wrong year in one row. */
const LONGEST_YEARS = 60;
const HOURS_A_YEAR = 8_766;

/** Reads demand by day or hour from a CSV file, long or wide. Reports all problems of the file at once. */
export async function readDemand(file: string, options: ReadOptions): Promise<DemandFile> {
  const table = await readTable(file);
  const refuse = (problems: readonly string[]): void => {
    if (problems.length > 0) throw new SurgeproofError('unreadable-file', { file, problems: firstProblems(problems) });
  };
  const layout = chooseColumns(table, options);
  const { readings, problems, leftOut } = readingsOf(table, layout, options.decimal);
  refuse(problems);
  const name = layout.kind === 'long' ? table.header[layout.value]! : 'hourly';
  const { step, timed, isFiner } = timedOf(readings);
  const how = options.daily ?? 'sum';
  refuse([...tooLong(timed, step), ...(step === 'hour' && how === 'sum' ? rateProblems(name, options.unit) : [])]);
  const { moments, done, problems: repeated } = distinct(timed, step, columnsAround(table, layout, options.zone));
  refuse(repeated);
  const series = gather(step, moments, how);
  const finer = isFiner ? [how === 'sum' ? 'rows finer than an hour added up by hour' : 'the highest row of each hour taken'] : [];
  const format = layout.time.format.name === null ? [] : [`times read as ${layout.time.format.name}`];
  const sorted = timed.some(({ period }, i) => i > 0 && period < timed[i - 1]!.period) ? ['rows sorted by time'] : [];
  const notes = [...format, ...done, ...finer, ...sorted];
  return {
    name,
    series,
    read: sentence({
      rows: new Set(readings.map(({ line }) => line)).size,
      name,
      series,
      zone: options.zone,
      notes,
      leftOut: [...table.leftOut, ...leftOut],
    }),
    warnings: [...done, ...leftOut.map((part) => `left out: ${part}`)].map((text) => `${text[0]!.toUpperCase()}${text.slice(1)}.`),
  };
}

/** The period and the moment of each reading; the series is daily when one time of day stands throughout. */
function timedOf(readings: readonly Reading[]): { step: DemandSeries['step']; timed: Timed[]; isFiner: boolean } {
  const days = daysOfReadings(readings);
  if (days !== null) {
    const timed = readings.map((reading, i) => ({ period: days[i]!, moment: days[i]!, value: reading.value, reading }));
    return { step: 'day', timed, isFiner: false };
  }
  const timed = readings.map((reading) => {
    const moment = reading.time.day * 24 + (reading.hour ?? 0);
    return { period: Math.floor(moment), moment, value: reading.value, reading };
  });
  return { step: 'hour', timed, isFiner: readings.some(({ hour }) => (hour ?? 0) % 1 !== 0) };
}

function tooLong(timed: readonly Timed[], step: DemandSeries['step']): string[] {
  const hours = step === 'day' ? 24 : 1;
  const { first, last } = spanOf(timed);
  const years = ((last - first) * hours) / HOURS_A_YEAR;
  return years > LONGEST_YEARS ? [`time: must span at most ${LONGEST_YEARS} years, got ${Math.round(years)}; look for a wrong year`] : [];
}

function rateProblems(name: string, unit = ''): string[] {
  const rate = [unit, name].find(isRate);
  return rate === undefined ? [] : [`${rate}: must not be added up over time, because it is a rate; take the highest with --daily max`];
}

function columnsAround({ header }: Table, layout: Layout, zone: string): Around {
  const used = layout.kind === 'long' ? [layout.time.at, layout.hour, layout.value] : [layout.time.at, ...layout.hours.map(({ at }) => at)];
  return { header, others: header.map((_, at) => at).filter((at) => !used.includes(at)), timeName: header[layout.time.at]!, zone };
}

interface WhatWasRead {
  readonly rows: number;
  readonly name: string;
  readonly series: DemandSeries;
  readonly zone: string;
  readonly notes: readonly string[];
  readonly leftOut: readonly string[];
}

function sentence({ rows, name, series, zone, notes, leftOut }: WhatWasRead): string {
  const { step, first, values } = series;
  const dayOf = (period: number): string => dateOf(step === 'day' ? period : Math.floor(period / 24));
  const known = values.filter(Number.isFinite).length;
  const span = `${known} ${step}${known === 1 ? '' : 's'} from ${dayOf(first)} to ${dayOf(first + values.length - 1)}`;
  const parts = [`${rows} rows of ${name}`, `${span} (${zone})`, ...notes].join(', ');
  return `Read: ${parts}${leftOut.length === 0 ? '' : `; left out: ${leftOut.join(', ')}`}.`;
}
