import { dateOf } from '../../../models/demand/calendar/day-number.ts';
import { parseTime } from './parse-time.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A moment as people write it, as `YYYY-MM-DDTHH:MM` of a time zone, or `YYYY-MM-DD` without a clock; null when it is none.
 *
 * @example localTime('2027. 3. 2. 09:00', 'Asia/Seoul') // => '2027-03-02T09:00'
 */
export function localTime(text: string, zone: string): string | null {
  const time = parseTime(text, zone);
  if (time === null) return null;
  return time.hour === null ? dateOf(time.day) : `${dateOf(time.day)}T${two(time.hour)}:${two(time.minute)}`;
}

/** Whether the system knows a time zone by this name. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}
