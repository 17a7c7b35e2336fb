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

/** Days of 400 years, which the calendar repeats, and from 0000-03-01 to 1970-01-01. */
const ERA = 146_097;
const TO_1970 = 719_468;

/**
 * The parts of a day. Reckoned from the first of March, so that a leap day is the last of its year: a `Date` for every day of a regression would cost more
 * than the regression.
 *
 * Source: H. Hinnant, chrono-Compatible Low-Level Date Algorithms (2014), civil_from_days: month m from March on begins on day ⌊(153m + 2)/5⌋.
 * @example datePartsOf(31).month // => 2
 */
export function datePartsOf(day: DayNumber): DateParts {
  const since = day + TO_1970;
  const era = Math.floor(since / ERA);
  const ofEra = since - era * ERA;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / (ERA - 1))) / 365);
  const marchDay = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * marchDay + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return {
    year,
    month,
    date: marchDay - Math.floor((153 * fromMarch + 2) / 5) + 1,
    monthLength: month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31,
    yearDay: month <= 2 ? marchDay - 305 : marchDay + 60 + (isLeap ? 1 : 0),
  };
}
