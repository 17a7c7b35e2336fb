import { describe, expect, it } from 'vitest';
import { instantOf, shiftTime } from '../../../../models/demand/launch/zoned-time.ts';

describe('instantOf', () => {
  it.each([
    ['2027-03-02T00:00', 'Asia/Seoul', Date.UTC(2027, 2, 1, 15)],
    // New York is four hours behind in summer and five in winter.
    ['2027-07-01T09:00', 'America/New_York', Date.UTC(2027, 6, 1, 13)],
    ['2027-12-01T23:30', 'America/New_York', Date.UTC(2027, 11, 2, 4, 30)],
    ['2027-07-01T09:00', 'UTC', Date.UTC(2027, 6, 1, 9)],
  ])('of %s in %s is when its clocks show that', (time, zone, instant) => expect(instantOf(time, zone)).toBe(instant));

  it('of an hour that is skipped lies within an hour of it', () => {
    // Clocks go from 02:00 to 03:00 on 2027-03-14, which is 07:00 in UTC.
    expect(Math.abs(instantOf('2027-03-14T02:30', 'America/New_York') - Date.UTC(2027, 2, 14, 7))).toBeLessThanOrEqual(3_600_000);
  });
});

describe('shiftTime', () => {
  it('goes back over midnight', () => expect(shiftTime('2027-03-01T00:30', 'Asia/Seoul', -3_600)).toBe('2027-02-28T23:30'));

  it('follows clocks that are set back: three hours after 00:30 on 2027-11-07 in New York is 02:30', () =>
    expect(shiftTime('2027-11-07T00:30', 'America/New_York', 10_800)).toBe('2027-11-07T02:30'));
});
