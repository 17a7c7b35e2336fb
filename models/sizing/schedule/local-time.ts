const MINUTE = 60_000;

/**
 * Minutes since 1970-01-01T00:00 of a local time, without a zone.
 *
 * @example minutesOf('1970-01-02T01:00') // => 1500
 */
export const minutesOf = (time: string): number => Date.parse(`${time}Z`) / MINUTE;

/**
 * A local time from its minutes.
 *
 * @example localTime(1500) // => '1970-01-02T01:00'
 */
export const localTime = (minutes: number): string => new Date(minutes * MINUTE).toISOString().slice(0, 16);
