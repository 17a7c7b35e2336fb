/**
 * A local time so many seconds later, as `YYYY-MM-DDTHH:MM`. Clocks that change in between are not followed.
 *
 * @example shiftTime('2027-03-01T23:00', 7200) // => '2027-03-02T01:00'
 */
export function shiftTime(time: string, seconds: number): string {
  return new Date(Date.parse(`${time}:00Z`) + seconds * 1_000).toISOString().slice(0, 16);
}
