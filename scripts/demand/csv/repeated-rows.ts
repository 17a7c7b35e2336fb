import { Temporal } from 'temporal-polyfill';
import { dateOf, weekdayOf } from '../../../models/demand/calendar/day-number.ts';
import { type Category, categoryOf, namedValues, notAddable } from './categories.ts';
import type { Moment } from './gather.ts';
import type { Reading } from './readings.ts';

/** Rows that say something of the same moment, made one. */
export interface Distinct {
  readonly moments: readonly Moment[];
  /** What was done, as parts of a sentence. */
  readonly done: readonly string[];
  readonly problems: readonly string[];
}

/** What stands around time and demand. */
export interface Around {
  readonly header: readonly string[];
  /** Places of columns that hold neither time nor demand. */
  readonly others: readonly number[];
  readonly timeName: string;
  readonly zone: string;
}

export interface Timed extends Moment {
  readonly reading: Reading;
}

/** The clock goes back between midnight and three at night, wherever it does: one hour a year comes twice then. */
const LATEST_REPEATED_HOUR = 3;
const HOURS_A_DAY = 24;
const SUNDAY = 6;

const rows = (count: number): string => (count === 1 ? 'one row' : `${count} rows`);

/** The sum of what is known of a moment; NaN when nothing is. */
function sumOf(group: readonly Timed[]): number {
  const known = group.map(({ value }) => value).filter(Number.isFinite);
  return known.length === 0 ? Number.NaN : known.reduce((sum, one) => sum + one, 0);
}

/** Parts of a whole that a column names. */
function addedUp(groups: readonly (readonly Timed[])[], name: string, category: Category): Distinct {
  const reason = notAddable(name, category);
  if (reason !== null) return { moments: [], done: [], problems: [reason] };
  const lacking = groups.reduce((sum, { length }) => sum + category.values.length - length, 0);
  const done = [`${namedValues(name, category)} added up`];
  if (lacking > 0) done.push(`${rows(lacking)} of a time and ${name} missing and taken as nothing`);
  return { moments: groups.map((group) => ({ ...group[0]!, value: sumOf(group) })), done, problems: [] };
}

const isRepeatedHour = (group: readonly Timed[], step: 'day' | 'hour', zone: string): boolean => {
  const [first] = group as [Timed, ...Timed[]];
  return (
    step === 'hour' && group.length === 2 && (first.reading.hour ?? 0) < LATEST_REPEATED_HOUR && isLongDay(first.reading.time.day, zone)
  );
};

/** Whether the clock goes back on a day: in the zone that was named, or anywhere, where that is always a Sunday. */
const isLongDay = (day: number, zone: string): boolean =>
  weekdayOf(day) === SUNDAY || Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(zone).hoursInDay > HOURS_A_DAY;

/** Rows are equal when all of their cells are: two orders of the same amount are two. */
const isSame = (one: Reading, other: Reading): boolean => one.cells.every((cell, i) => cell === other.cells[i]);

const clockOf = ({ hour, time }: Reading): string =>
  hour === null
    ? dateOf(time.day)
    : `${dateOf(time.day)} ${String(Math.floor(hour)).padStart(2, '0')}:${String(Math.round((hour % 1) * 60)).padStart(2, '0')}`;

/** Repeated rows that no column tells apart. */
function oneEach(groups: readonly (readonly Timed[])[], step: 'day' | 'hour', { timeName, zone }: Around): Distinct {
  const moments: Moment[] = [];
  const problems: string[] = [];
  let [equal, repeatedHours] = [0, 0];
  for (const group of groups) {
    const [first] = group as [Timed, ...Timed[]];
    const values = group.map(({ value }) => value);
    const repeated = isRepeatedHour(group, step, zone);
    if (group.every(({ reading }) => isSame(reading, first.reading))) equal += group.length - 1;
    else if (repeated) repeatedHours++;
    else
      problems.push(
        `line ${group[1]!.reading.line}: ${timeName}: must stand once, got ${clockOf(first.reading)} again (${values.slice(0, 3).join(', ')}) in a row that differs; add such rows up, or keep one`,
      );
    const value = repeated ? values.reduce((sum, one) => sum + one, 0) / values.length : first.value;
    moments.push({ ...first, value });
  }
  const done = [
    ...(equal > 0 ? [`${rows(equal)} repeated and left out`] : []),
    ...(repeatedHours > 0
      ? [`the mean taken of ${repeatedHours === 1 ? 'an hour' : `${repeatedHours} hours`} that the clock repeats`]
      : []),
  ];
  return { moments, done, problems };
}

/**
 * Makes one value of the rows of a moment: parts that a column names are added up; equal rows count once; rows that differ without a reason
 * are refused, because neither their mean nor their sum may be what was meant.
 *
 */
export function distinct(timed: readonly Timed[], step: 'day' | 'hour', around: Around): Distinct {
  const { header, others } = around;
  const groups = new Map<number, Timed[]>();
  for (const one of timed) {
    const group = groups.get(one.moment);
    if (group === undefined) groups.set(one.moment, [one]);
    else group.push(one);
  }
  if (groups.size === timed.length) return { moments: timed, done: [], problems: [] };
  const category = categoryOf(
    timed.map(({ reading }) => reading),
    timed.map(({ moment }) => moment),
    others,
  );
  return category === null
    ? oneEach([...groups.values()], step, around)
    : addedUp([...groups.values()], category.at.map((at) => header[at] ?? `column ${at + 1}`).join(' and '), category);
}
