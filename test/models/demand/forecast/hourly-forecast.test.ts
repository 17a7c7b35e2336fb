import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../../models/demand/calendar/calendar.ts';
import { dayNumber, weekdayOf } from '../../../../models/demand/calendar/day-number.ts';
import { koreanCalendar } from '../../../../models/demand/calendar/korean-calendar.ts';
import { hourlyHistory } from '../../../../models/demand/components/hourly/hourly-history.ts';
import { hourlyForecast } from '../../../../models/demand/forecast/hourly-forecast.ts';

const FIRST = dayNumber('2023-01-01')!;

describe('an hourly forecast', () => {
  it('knows holidays by the hour: Seollal of 2024 at 40 % of a Saturday, after one that was', () => {
    const calendar = koreanCalendar();
    const seollal = new Set(calendar.events.find(({ name }) => name === 'seollal')!.days);
    const days = dayNumber('2024-02-08')! - FIRST;
    const values = Float64Array.from({ length: days * 24 }, (_, i) => {
      const day = FIRST + Math.floor(i / 24);
      return (
        (100 + 50 * Math.sin((2 * Math.PI * i) / 24)) *
        (weekdayOf(day) > 4 ? 0.8 : 1) *
        (seollal.has(day) ? 0.4 : 1) *
        Math.exp(0.01 * Math.sin(i * i))
      );
    });
    const { path } = hourlyForecast(hourlyHistory(FIRST * 24, values, calendar), 168, null);
    const noon = (day: number): number => Math.exp(path[day * 24 + 6]!);
    expect(noon(2) / noon(6)).toBeLessThan(0.75);
  });

  it('follows a week of hours through a gap', () => {
    const values = Float64Array.from(
      { length: 40 * 24 },
      (_, i) => 100 + 50 * Math.sin((2 * Math.PI * i) / 24) + (Math.floor(i / 24) % 7) * 5,
    );
    const gappy = values.map((value, i) => (i > 700 && i < 720 ? Number.NaN : value));
    const { path } = hourlyForecast(hourlyHistory(FIRST * 24, gappy, NO_CALENDAR), 24, null);
    for (let k = 0; k < 24; k++)
      expect(Math.abs(Math.exp(path[k]!) / (100 + 50 * Math.sin((2 * Math.PI * k) / 24) + 25) - 1)).toBeLessThan(0.1);
  });
});
