import { dateOf } from '../../../models/demand/calendar/day-number.ts';
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

export interface Timed extends Moment {
  readonly reading: Reading;
}

/** The clock goes back between midnight and three at night, wherever it does: one hour a year comes twice then. */
const LATEST_REPEATED_HOUR = 3;

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

const isRepeatedHour = (group: readonly Timed[], step: 'day' | 'hour'): boolean =>
  step === 'hour' && group.length === 2 && (group[0]!.reading.hour ?? 0) < LATEST_REPEATED_HOUR;

const clockOf = ({ hour, time }: Reading): string =>
  hour === null
    ? dateOf(time.day)
    : `${dateOf(time.day)} ${String(Math.floor(hour)).padStart(2, '0')}:${String(Math.round((hour % 1) * 60)).padStart(2, '0')}`;

/** Repeated rows that no column tells apart. */
function oneEach(groups: readonly (readonly Timed[])[], step: 'day' | 'hour', timeName: string): Distinct {
  const moments: Moment[] = [];
  const problems: string[] = [];
  let [equal, repeatedHours] = [0, 0];
  for (const group of groups) {
    const [first] = group as [Timed, ...Timed[]];
    const values = group.map(({ value }) => value);
    if (values.every((value) => Object.is(value, first.value))) equal += group.length - 1;
    else if (isRepeatedHour(group, step)) repeatedHours++;
    else
      problems.push(
        `line ${group[1]!.reading.line}: ${timeName}: must stand once, got ${clockOf(first.reading)} again with another value (${values.slice(0, 3).join(', ')}); add such rows up, or keep one`,
      );
    const value = isRepeatedHour(group, step) ? values.reduce((sum, one) => sum + one, 0) / values.length : first.value;
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
 * @param others places of columns that hold neither time nor demand
 */
export function distinct(
  timed: readonly Timed[],
  step: 'day' | 'hour',
  { header, others, timeName }: { readonly header: readonly string[]; readonly others: readonly number[]; readonly timeName: string },
): Distinct {
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
    ? oneEach([...groups.values()], step, timeName)
    : addedUp([...groups.values()], header[category.at] ?? `column ${category.at + 1}`, category);
}
