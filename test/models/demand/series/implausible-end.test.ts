import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../../models/demand/calendar/calendar.ts';
import { dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import { koreanCalendar } from '../../../../models/demand/calendar/korean-calendar.ts';
import { implausibleEnd } from '../../../../models/demand/series/implausible-end.ts';
import { randomFrom } from '../../../../models/workload/users/random.ts';

const WEEK = [1, 1.02, 0.98, 1.05, 1.3, 0.9, 0.7];
const random = randomFrom(7);

/** Days around 1,000 with a week and 5 % of noise, the last of them times `factor`. */
function demand(days: number, factor: number, first = '2025-01-06', special: (day: number) => number = () => 1) {
  const from = dayNumber(first)!;
  const values = Float64Array.from({ length: days }, (_, i) => 1_000 * WEEK[i % 7]! * (0.95 + 0.1 * random()) * special(from + i));
  values[days - 1]! *= factor;
  return { step: 'day' as const, first: from, values };
}

describe('the last day of a series', () => {
  it.each([0.3, 0.5, 6])('times %d is not like any before: it is named with its factor', (factor) => {
    const found = implausibleEnd(demand(150, factor), NO_CALENDAR)!;
    expect(found / factor).toBeGreaterThan(0.85);
    expect(found / factor).toBeLessThan(1.15);
  });

  it.each([0.9, 1, 1.15])('times %d may be real', (factor) => expect(implausibleEnd(demand(150, factor), NO_CALENDAR)).toBeNull());

  it('may be a festival, when there were festivals before', () => {
    const kr = koreanCalendar();
    const off = (day: number): number => (kr.holidays.has(day) ? 0.4 : 1);
    // Chuseok 2025 is 6 October; the history since January has Seollal and six other holidays.
    const chuseok = demand(dayNumber('2025-10-06')! - dayNumber('2025-01-06')! + 1, 1, '2025-01-06', off);
    expect(implausibleEnd(chuseok, kr)).toBeNull();
    // A Wednesday in September is no holiday: 40 % of it were never seen on such a day.
    expect(implausibleEnd(demand(dayNumber('2025-09-10')! - dayNumber('2025-01-06')! + 1, 0.4, '2025-01-06', off), kr)).not.toBeNull();
  });

  it('is not judged by a month, by hours, or when it is unknown', () => {
    expect(implausibleEnd(demand(30, 0.3), NO_CALENDAR)).toBeNull();
    expect(implausibleEnd({ ...demand(150, 0.3), step: 'hour' }, NO_CALENDAR)).toBeNull();
    expect(implausibleEnd(demand(150, Number.NaN), NO_CALENDAR)).toBeNull();
  });
});
