import { sayTime } from '../../../models/words/duration.ts';

/** Formats are costly to make and asked for at every tick. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    });
  formats.set(timeZone, made);
  return made;
}

function partsOf(unixMs: number, timeZone: string): Record<string, string> {
  return Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(unixMs)
      .map(({ type, value }) => [type, value]),
  );
}

/**
 * Time of day in a zone; takes Unix milliseconds and an IANA name.
 * @example clock(0, 'Asia/Seoul') // => '09:00:00'
 */
export function clock(unixMs: number, timeZone: string): string {
  const { hour, minute, second } = partsOf(unixMs, timeZone);
  return `${hour}:${minute}:${second}`;
}

/**
 * Date and time in a zone; takes Unix milliseconds and an IANA name.
 * @example dateTime(1740787350000, 'Asia/Seoul') // => '2025-03-01 (Sat) 09:02:30 Asia/Seoul'
 */
export function dateTime(unixMs: number, timeZone: string): string {
  const { year, month, day, weekday } = partsOf(unixMs, timeZone);
  return `${year}-${month}-${day} (${weekday}) ${clock(unixMs, timeZone)} ${timeZone}`;
}

/**
 * Seconds by which a zone is ahead of UTC at a moment.
 * @example zoneOffset(0, 'Asia/Seoul') // => 32400
 */
export function zoneOffset(unixMs: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(unixMs, timeZone);
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Math.round((local - unixMs) / 1_000);
}

/**
 * Seconds since the start of the run.
 * @example elapsed(150) // => '2 min 30 s'
 * @example elapsed(0) // => '0 s'
 */
export function elapsed(seconds: number): string {
  return seconds === 0 ? '0 s' : sayTime(seconds * 1000);
}
