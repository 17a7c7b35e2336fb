import type { Reading } from './readings.ts';

const MIDNIGHT = /^T?\s*0?0:00(?::00(?:[.,]0+)?)?\s*(?:Z|UTC|GMT|KST|[-+]\d{2}(?::?\d{2})?)?$/i;
const DAYS_NEEDED = 2;

/**
 * The day of each reading where a table has one time of day throughout, so that it is daily; null for an hourly table.
 *
 * A clock that is midnight where the file was written names the day that is written, as UTC midnight (09:00 in Seoul) does; any other stands
 * for the local day in which it lies.
 */
export function daysOfReadings(readings: readonly Reading[]): number[] | null {
  const [first] = readings;
  if (first === undefined) return null;
  if (readings.every(({ hour }) => hour === null)) return readings.map(({ time }) => time.day);
  const days = new Set(readings.map(({ time }) => time.day));
  if (readings.every(({ hour }) => hour === 0)) return readings.map(({ time }) => time.day);
  if (days.size < DAYS_NEEDED) return null;
  const { clock } = first.time.written;
  const isWritten = readings.every(({ time }) => time.written.clock === clock);
  if (isWritten && clock !== '' && MIDNIGHT.test(clock)) return readings.map(({ time }) => time.written.day);
  const isOnce = isWritten && clock !== '' ? true : readings.every(({ hour }) => hour === first.hour);
  return isOnce ? readings.map(({ time }) => time.day) : null;
}
