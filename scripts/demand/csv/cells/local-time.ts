import { dateOf } from '../../../../models/demand/calendar/day-number.ts';
import { parseTime } from './parse-time.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Converts a written time to `YYYY-MM-DDTHH:MM` in a time zone, or to `YYYY-MM-DD` when it has no clock; null for a text that is no time.
 *
 * @example localTime('2027. 3. 2. 09:00', 'Asia/Seoul') // => '2027-03-02T09:00'
 */
export function localTime(text: string, zone: string): string | null {
  const time = parseTime(text, zone);
  if (time === null) return null;
  return time.hour === null ? dateOf(time.day) : `${dateOf(time.day)}T${two(time.hour)}:${two(Math.floor(time.minute))}`;
}

/** True when the system knows a time zone of this name. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}
