import type { DayDriver, HolidayPast, WindowDay } from '../../results/forecast/forecast-report.ts';
import type { CalendarEvent } from '../calendar/calendar.ts';
import type { DayNumber } from '../calendar/day-number.ts';
import { nameOf, namesakes } from '../calendar/event-calendar.ts';
import { pastEffect } from '../calendar/holiday-effects.ts';
import type { DailyHistory } from '../components/daily/daily-history.ts';

/**
 * Holidays and events whose days touch the window, each distance with what past occurrences did and what is expected now: the median forecast of the day,
 * measured against other weeks as the past is. In order of time; an event with two occurrences in reach is named twice.
 *
 * @param days of the window, in order
 * @param driversOf what the regression sees in a day of the window
 */
export function holidayPasts(
  history: DailyHistory,
  days: readonly WindowDay[],
  driversOf: (day: DayNumber) => readonly DayDriver[],
): HolidayPast[] {
  const { calendar, first: begins } = history;
  const [first, last] = [days[0]?.day ?? 0, days.at(-1)?.day ?? -1];
  const withForecast = new Float64Array(Math.max(history.known.length, last - begins + 1)).fill(Number.NaN);
  withForecast.set(history.known);
  for (const { day, p50 } of days) withForecast[day - begins] = Math.log(p50);
  return calendar.events
    .flatMap((event) => event.days.filter((day) => day + event.reach >= first && day - event.reach <= last).map((day) => ({ event, day })))
    .sort((a, b) => a.day - b.day)
    .map(({ event, day }) => ({
      name: nameOf(calendar, event.name, day),
      isEvent: event.isOwn === true,
      day,
      offsets: offsetsOf(event, day),
    }));

  function offsetsOf(event: CalendarEvent, zero: number): HolidayPast['offsets'] {
    const alike = namesakes(calendar, event, zero);
    const name = nameOf(calendar, event.name, zero);
    return Array.from({ length: 2 * event.reach + 1 }, (_, i) => {
      const offset = i - event.reach;
      const at = zero + offset;
      const isInside = at >= first && at <= last;
      return {
        offset,
        expected: isInside ? (pastEffect(calendar, [zero], offset, begins, withForecast)?.median ?? null) : null,
        seen: pastEffect(calendar, alike, offset, begins, history.known),
        isItsOwn: isInside && strongestOf(driversOf(at)) === `${name} ${offset}`,
      };
    });
  }
}

/** The holiday or event that moves a day most, with the distance. */
function strongestOf(drivers: readonly DayDriver[]): string | null {
  const holidays = drivers.filter((one) => one.kind === 'holiday');
  if (holidays.length === 0) return null;
  const most = holidays.reduce((a, b) => (Math.abs(Math.log(b.factor)) > Math.abs(Math.log(a.factor)) ? b : a));
  return `${most.name} ${most.offset}`;
}
