import type { Calendar } from './calendar.ts';
import { type DayNumber, weekdayOf } from './day-number.ts';

const SATURDAY = 5;

/** Kind of a day by the calendar: weekday, day off, bridge, and its neighbours. */
export interface DayKind {
  /** 0 Monday … 6 Sunday. */
  readonly weekday: number;
  readonly holiday: boolean;
  /** Saturday, Sunday or holiday. */
  readonly off: boolean;
  /** A working day between two days off. */
  readonly bridge: boolean;
  /** Length of the run of days off the day is in; 0 on a working day. */
  readonly run: number;
  /** Days since the run began. */
  readonly runDay: number;
  readonly beforeOff: boolean;
  readonly afterOff: boolean;
}

/** No run of days off is longer; a calendar that lists every day must not be searched for ever. */
const LONGEST_RUN = 14;

/**
 * Whether a day is a Saturday, a Sunday or a holiday.
 *
 * @example isOff({ version: '', holidays: new Map([[0, ['a']]]), events: [] }, 1) // => false
 */
export function isOff({ holidays }: Calendar, day: DayNumber): boolean {
  return weekdayOf(day) >= SATURDAY || holidays.has(day);
}

/**
 * The kind of a day.
 *
 * @example dayKind({ version: '', holidays: new Map([[0, ['a']]]), events: [] }, 1).bridge // => true
 */
export function dayKind(calendar: Calendar, day: DayNumber): DayKind {
  const off = isOff(calendar, day);
  let before = 0;
  let after = 0;
  if (off) {
    while (before < LONGEST_RUN && isOff(calendar, day - before - 1)) before++;
    while (after < LONGEST_RUN && isOff(calendar, day + after + 1)) after++;
  }
  const beforeOff = isOff(calendar, day + 1);
  const afterOff = isOff(calendar, day - 1);
  return {
    weekday: weekdayOf(day),
    holiday: calendar.holidays.has(day),
    off,
    bridge: !off && beforeOff && afterOff,
    run: off ? before + after + 1 : 0,
    runDay: before,
    beforeOff,
    afterOff,
  };
}
