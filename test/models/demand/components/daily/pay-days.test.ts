import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../../../models/demand/calendar/day-number.ts';
import { koreanCalendar } from '../../../../../models/demand/calendar/korean-calendar.ts';
import { daysSincePay } from '../../../../../models/demand/components/daily/pay-days.ts';

const kr = koreanCalendar();
const since = (date: string, due: number): number => daysSincePay(kr, dayNumber(date)!, due);

/** Days and holidays from the Korean calendar; days of the week checked by hand. */
describe('days since wages were paid', () => {
  it.each([
    // 25 September 2026 is Chuseok and 24 September the day before it: wages come on Wednesday, 23 September.
    ['2026-09-22', 25, 28],
    ['2026-09-23', 25, 0],
    ['2026-09-25', 25, 2],
    // 25 May 2026 is a substitute holiday on a Monday: wages come on Friday, 22 May.
    ['2026-05-22', 25, 0],
    ['2026-05-26', 25, 4],
    // February has no 31st: its last day, a Saturday in 2026, moves to Friday the 27th.
    ['2026-02-27', 31, 0],
    ['2026-03-02', 31, 3],
    // 10 October 2026 is a Saturday, and 9 October Hangul day: Thursday, 8 October.
    ['2026-10-08', 10, 0],
  ])('%s, due on the %i: %i', (date, due, days) => expect(since(date, due)).toBe(days));
});
