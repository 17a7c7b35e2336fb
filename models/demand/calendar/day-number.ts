/** A day as a whole number: days since 1970-01-01, which was a Thursday. Free of time zones and of daylight saving. */
export type DayNumber = number;

const MS_PER_DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The number of a date written `YYYY-MM-DD`; null when it is not one, or does not exist.
 *
 * @example dayNumber('1970-01-08') // => 7
 * @example dayNumber('2026-02-30') // => null
 */
export function dayNumber(date: string): DayNumber | null {
  const parts = ISO_DATE.exec(date);
  if (parts === null) return null;
  const day = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return dateOf(day) === date ? day : null;
}

/**
 * The number of a day given by year, month (1 to 12) and day of the month.
 *
 * @example dayOf(1970, 1, 2) // => 1
 */
export function dayOf(year: number, month: number, date: number): DayNumber {
  return Math.round(Date.UTC(year, month - 1, date) / MS_PER_DAY);
}

/**
 * A day as `YYYY-MM-DD`.
 *
 * @example dateOf(0) // => '1970-01-01'
 */
export function dateOf(day: DayNumber): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/**
 * 0 Monday … 6 Sunday.
 *
 * @example weekdayOf(0) // => 3
 */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Year, month (1 to 12), day of the month, days in the month, and day of the year (1 to 366). */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly monthLength: number;
  readonly yearDay: number;
}

/**
 * The parts of a day.
 *
 * @example datePartsOf(31).month // => 2
 */
export function datePartsOf(day: DayNumber): DateParts {
  const moment = new Date(day * MS_PER_DAY);
  const year = moment.getUTCFullYear();
  const month = moment.getUTCMonth() + 1;
  return {
    year,
    month,
    date: moment.getUTCDate(),
    monthLength: dayOf(year, month + 1, 1) - dayOf(year, month, 1),
    yearDay: day - dayOf(year, 1, 1) + 1,
  };
}
