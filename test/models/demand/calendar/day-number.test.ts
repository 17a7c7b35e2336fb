import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayKind } from '../../../../models/demand/calendar/day-kind.ts';
import { dateOf, datePartsOf, dayNumber, dayOf, weekdayOf } from '../../../../models/demand/calendar/day-number.ts';
import { koreanCalendar } from '../../../../models/demand/calendar/korean-calendar.ts';

const on = (date: string): number => dayNumber(date)!;

describe('days', () => {
  it('come back from their text, and their parts agree with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
        const { year, month, date, yearDay, monthLength } = datePartsOf(day);
        expect(on(dateOf(day))).toBe(day);
        expect(dayOf(year, month, date)).toBe(day);
        expect(dayOf(year, 1, 1) + yearDay - 1).toBe(day);
        // `dayOf` reckons with `Date`, the parts do not.
        expect(monthLength).toBe(dayOf(year, month + 1, 1) - dayOf(year, month, 1));
        expect(date).toBeLessThanOrEqual(monthLength);
        expect(weekdayOf(day + 7)).toBe(weekdayOf(day));
      }),
    );
  });

  it('refuse what is no date', () => expect(['2026-13-01', '26-01-01', ''].map(dayNumber)).toEqual([null, null, null]));

  it('know bridges, runs of days off and their edges: Chuseok 2025 was a run of ten days, 3 to 12 October, with 10 October between', () => {
    const calendar = koreanCalendar();
    expect(dayKind(calendar, on('2025-10-10'))).toMatchObject({ bridge: true, off: false, run: 0 });
    expect(dayKind(calendar, on('2025-10-06'))).toMatchObject({ holiday: true, run: 7, runDay: 3 });
    expect(dayKind(calendar, on('2025-10-02'))).toMatchObject({ beforeOff: true, bridge: false });
  });
});
