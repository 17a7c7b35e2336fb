import type { Calendar } from '../../calendar/calendar.ts';
import { isOff } from '../../calendar/day-kind.ts';
import { type DayNumber, datePartsOf } from '../../calendar/day-number.ts';

/** Dates on which wages and bills are due in Korea: the 10th, the 25th, and the last day of the month (31). */
export const PAY_DATES = [10, 25, 31] as const;

/** The longest run of days off that a payment is moved over, and more. */
const LONGEST_SEARCH = 14;

/** The working day on which what is due on a date of this month is paid: that day, or the last working day before it. */
function payDay(calendar: Calendar, monthBegins: DayNumber, date: number): DayNumber {
  const due = monthBegins + Math.min(date, datePartsOf(monthBegins).monthLength) - 1;
  for (let back = 0; back < LONGEST_SEARCH; back++) if (!isOff(calendar, due - back)) return due - back;
  return due;
}

/**
 * Days since what is due on a date was last paid: weekends and holidays move it to the working day before. 25 January 1970, day 24, was a Sunday.
 *
 * @example daysSincePay({ version: '', holidays: new Map(), events: [] }, 24, 25) // => 2
 */
export function daysSincePay(calendar: Calendar, day: DayNumber, date: number): number {
  const monthBegins = day - datePartsOf(day).date + 1;
  const { monthLength } = datePartsOf(monthBegins);
  const months = [monthBegins + monthLength, monthBegins, monthBegins - datePartsOf(monthBegins - 1).monthLength];
  for (const begins of months) {
    const paid = payDay(calendar, begins, date);
    if (paid <= day) return day - paid;
  }
  return LONGEST_SEARCH;
}
