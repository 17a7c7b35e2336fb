import type { Calendar } from '../calendar/calendar.ts';
import type { DayNumber } from '../calendar/day-number.ts';

/** Events that reach further than a day are festivals: they move demand for days. */
const SHORT_REACH = 1;
/** Days around a festival on which its peak may lie. */
const NEAR = 3;

/** One festival that falls into a window. */
export interface Festival {
  readonly name: string;
  readonly day: DayNumber;
}

/**
 * Festivals whose days, with three to both sides, touch a window.
 *
 * @example festivalsIn({ version: '', holidays: new Map(), events: [{ name: 'feast', days: [9, 50], reach: 7 }] }, 12, 28) // => [{ name: 'feast', day: 9 }]
 */
export function festivalsIn({ events }: Calendar, first: DayNumber, days: number): Festival[] {
  return events
    .filter(({ reach }) => reach > SHORT_REACH)
    .flatMap(({ name, days: occurrences }) =>
      occurrences.filter((day) => day >= first - NEAR && day < first + days + NEAR).map((day) => ({ name, day })),
    );
}
