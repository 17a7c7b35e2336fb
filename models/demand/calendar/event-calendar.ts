import type { Calendar, CalendarEvent, SpecialDay } from './calendar.ts';
import type { DayNumber } from './day-number.ts';
import { holidaysOf } from './holidays-of.ts';

const REACH = 7;

/** Occurrences from which each offset of an event gets a coefficient of its own; rarer events are pooled. */
const FEWEST_OCCURRENCES = 3;
export const POOLED = 'rare events';

/** Day 0 of each occurrence: days of one name that follow each other are one occurrence. */
const occurrences = (days: readonly DayNumber[]): DayNumber[] => days.filter((day, i) => i === 0 || day > days[i - 1]! + 1);

/**
 * A calendar made of a list of dates with names. Each name is an event with offsets of its own; names that occur fewer than three
 * times share one set, as two points are not an effect.
 *
 * @param version what the list is called: its file name and size, for the record
 * @example eventCalendar([{ day: 9, name: 'sale' }], 'own').events[0].name // => 'rare events'
 */
export function eventCalendar(days: readonly SpecialDay[], version: string): Calendar {
  const sorted = [...days].sort((a, b) => a.day - b.day);
  const byName = new Map<string, DayNumber[]>();
  for (const { day, name } of sorted) byName.set(name, [...(byName.get(name) ?? []), day]);
  const events: CalendarEvent[] = [];
  const pooled: DayNumber[] = [];
  for (const [name, all] of byName) {
    const first = occurrences([...new Set(all)]);
    if (first.length >= FEWEST_OCCURRENCES) events.push({ name, days: first, reach: REACH });
    else pooled.push(...first);
  }
  if (pooled.length > 0) events.push({ name: POOLED, days: [...new Set(pooled)].sort((a, b) => a - b), reach: REACH });
  return { version, holidays: holidaysOf(sorted), events };
}

/**
 * A calendar with the events of a team on top. They are no days off: people are at work on the day of a sale.
 *
 * @param name what the list is called, for the record
 *
 * @example withEvents({ version: 'none', holidays: new Map(), events: [] }, [{ day: 9, name: 'sale' }], 'own.csv').events.length // => 1
 */
export function withEvents(calendar: Calendar, days: readonly SpecialDay[], name: string): Calendar {
  const version = `${calendar.version}; ${name}: ${days.length} days`;
  return { version, holidays: calendar.holidays, events: [...calendar.events, ...eventCalendar(days, version).events] };
}
