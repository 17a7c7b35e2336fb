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
 * @param days of all lists together, so that a name that stands in two of them is one event
 * @param version what the lists are called, for the record
 *
 * @example withEvents({ version: 'none', holidays: new Map(), events: [] }, [{ day: 9, name: 'sale' }], 'own.csv: 1 days').events.length // => 1
 */
export function withEvents(calendar: Calendar, days: readonly SpecialDay[], version: string): Calendar {
  return {
    version: `${calendar.version}; ${version}`,
    holidays: calendar.holidays,
    events: [...calendar.events, ...eventCalendar(days, version).events.map((event) => ({ ...event, isOwn: true }))],
    occasions: holidaysOf(days),
  };
}

/**
 * What an occurrence of an event is called: rare events share one set of effects, but each has a name of its own.
 *
 * @example nameOf(eventCalendar([{ day: 9, name: 'sale' }], ''), 'rare events', 9) // => 'sale'
 */
export function nameOf({ holidays, occasions }: Calendar, name: string, day: DayNumber): string {
  return name === POOLED ? (occasions?.get(day) ?? holidays.get(day) ?? [name]).join(' and ') : name;
}

/** The occurrences of an event that have the name of this one. */
export const namesakes = (calendar: Calendar, event: CalendarEvent, day: DayNumber): readonly DayNumber[] =>
  event.name === POOLED
    ? event.days.filter((other) => nameOf(calendar, event.name, other) === nameOf(calendar, event.name, day))
    : event.days;
