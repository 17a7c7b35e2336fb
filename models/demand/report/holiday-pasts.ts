import type { HolidayPast } from '../../results/forecast/forecast-report.ts';
import type { CalendarEvent } from '../calendar/calendar.ts';
import { pastEffect } from '../calendar/holiday-effects.ts';
import type { DailyHistory } from '../components/daily/daily-history.ts';
import type { DailyRidge } from '../components/daily/daily-ridge.ts';

/**
 * Holidays and events whose days touch the window, each distance with what the regression expects and what past occurrences did. In order of time; an event
 * with two occurrences in reach is named twice.
 *
 * @param first first day of the window, days since 1970-01-01
 * @param last its last day
 */
export function holidayPasts(history: DailyHistory, ridge: DailyRidge, first: number, last: number): HolidayPast[] {
  const { calendar } = history;
  return calendar.events
    .flatMap((event) => event.days.filter((day) => day + event.reach >= first && day - event.reach <= last).map((day) => ({ event, day })))
    .sort((a, b) => a.day - b.day)
    .map(({ event, day }) => ({ name: event.name, day, offsets: offsetsOf(event, day) }));

  function offsetsOf({ days, reach }: CalendarEvent, day: number): HolidayPast['offsets'] {
    return Array.from({ length: 2 * reach + 1 }, (_, i) => {
      const offset = i - reach;
      const at = day + offset;
      const inside = at >= first && at <= last;
      return {
        offset,
        expected: inside ? Math.exp(ridge.holiday[at - history.first]!) : null,
        seen: pastEffect(calendar, days, offset, history.first, history.known),
      };
    });
  }
}
