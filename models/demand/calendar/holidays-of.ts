import type { SpecialDay } from './calendar.ts';
import type { DayNumber } from './day-number.ts';

/**
 * Names by day, each name once.
 *
 * @example holidaysOf([{ day: 5, name: 'a' }, { day: 5, name: 'b' }]).get(5) // => ['a', 'b']
 */
export function holidaysOf(days: readonly SpecialDay[]): Map<DayNumber, string[]> {
  const names = new Map<DayNumber, string[]>();
  for (const { day, name } of days) {
    const known = names.get(day) ?? [];
    if (!known.includes(name)) names.set(day, [...known, name]);
  }
  return names;
}
