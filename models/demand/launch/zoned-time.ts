import { Temporal } from 'temporal-polyfill';

const zoned = (time: string, zone: string) => Temporal.PlainDateTime.from(time).toZonedDateTime(zone);

/**
 * Unix milliseconds of a local time. Where clocks show an hour twice, the first; where they skip one, as much later as was skipped.
 *
 * @param time `YYYY-MM-DDTHH:MM`
 * @param zone IANA name; throws a RangeError for an unknown one
 * @example instantOf('2027-03-02T00:00', 'Asia/Seoul') // => 1803913200000
 */
export function instantOf(time: string, zone: string): number {
  return zoned(time, zone).epochMilliseconds;
}

/**
 * The local time `seconds` later (earlier when negative), as `YYYY-MM-DDTHH:MM`; a change of the clocks in between is followed.
 *
 * @param time `YYYY-MM-DDTHH:MM`
 * @param zone IANA name; throws a RangeError for an unknown one
 * @example shiftTime('2027-03-01T23:00', 'Asia/Seoul', 7200) // => '2027-03-02T01:00'
 * @example shiftTime('2027-03-14T01:00', 'America/New_York', 7200) // => '2027-03-14T04:00'
 */
export function shiftTime(time: string, zone: string, seconds: number): string {
  const later = zoned(time, zone).add({ milliseconds: Math.round(seconds * 1_000) });
  return later.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
