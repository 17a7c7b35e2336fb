/** Korea Standard Time is UTC+9 all year: no daylight saving since 1988. */
const KST_OFFSET = 9 * 3_600_000;

const shifted = (unixMs: number): Date => new Date(unixMs + KST_OFFSET);

/**
 * Time of day in Korea; takes Unix milliseconds.
 * @example kstClock(0) // => '09:00:00'
 */
export function kstClock(unixMs: number): string {
  return shifted(unixMs).toISOString().slice(11, 19);
}

/**
 * Date and time in Korea; takes Unix milliseconds.
 * @example kstDateTime(1740787350000) // => '2025-03-01 (Sat) 09:02:30 KST'
 */
export function kstDateTime(unixMs: number): string {
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const date = shifted(unixMs);
  return `${date.toISOString().slice(0, 10)} (${days[date.getUTCDay()]}) ${kstClock(unixMs)} KST`;
}

/**
 * Seconds since the start of the run, in short.
 * @example elapsed(150) // => '150 s'
 * @example elapsed(600) // => '10 min'
 */
export function elapsed(seconds: number): string {
  return seconds >= 600 && seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.round(seconds * 10) / 10} s`;
}
