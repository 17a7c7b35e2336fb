import type { DayNumber } from './day-number.ts';

/** A day on which demand may differ because of its date. */
export interface SpecialDay {
  readonly day: DayNumber;
  /** Name of the day, for instance `liberation` or `substitute_liberation`. */
  readonly name: string;
}

/** Something that comes back, and whose shadow falls on the days around it. */
export interface CalendarEvent {
  readonly name: string;
  /** Day 0 of each occurrence, ascending. */
  readonly days: readonly DayNumber[];
  /** Days before and after day 0 that get an effect of their own. */
  readonly reach: number;
  /** An event of a team beside the holidays of a country: people work, so it takes nothing from the shape that festivals share. */
  readonly isOwn?: boolean;
}

/** Special days of a country. Every forecast states the version, because temporary holidays are declared only weeks ahead. */
export interface Calendar {
  readonly version: string;
  /** Names of each day off other than the weekly ones, by day. */
  readonly holidays: ReadonlyMap<DayNumber, readonly string[]>;
  readonly events: readonly CalendarEvent[];
  /** Names of the days of a team's own events, by day; they are no days off. */
  readonly occasions?: ReadonlyMap<DayNumber, readonly string[]>;
}

/**
 * Names of a day, days off first; none for an ordinary one.
 *
 * @example namesOn({ version: '', holidays: new Map([[5, ['seollal']]]), events: [], occasions: new Map([[5, ['sale']]]) }, 5) // => ['seollal', 'sale']
 */
export const namesOn = ({ holidays, occasions }: Calendar, day: DayNumber): string[] => [
  ...new Set([...(holidays.get(day) ?? []), ...(occasions?.get(day) ?? [])]),
];

/**
 * No special days at all.
 *
 * @example NO_CALENDAR.events.length // => 0
 */
export const NO_CALENDAR: Calendar = { version: 'none', holidays: new Map(), events: [] };
