import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../../../models/demand/calendar/calendar.ts';
import { dailyHistory } from '../../../../../models/demand/components/daily/daily-history.ts';
import { hourlyHistory } from '../../../../../models/demand/components/hourly/hourly-history.ts';

describe('history', () => {
  it('fills gaps from the same weekday, or from the day before when no week is near', () => {
    const values = Float64Array.from({ length: 28 }, (_, i) => 10 + (i % 7));
    values[10] = Number.NaN;
    expect(Math.exp(dailyHistory(0, values, NO_CALENDAR).filled[10]!)).toBeCloseTo(13, 9);
    const sparse = new Float64Array(200).fill(Number.NaN);
    sparse[3] = 8;
    expect(dailyHistory(0, sparse, NO_CALENDAR).filled.every((value) => Math.abs(Math.exp(value) - 8) < 1e-9)).toBe(true);
  });

  it('counts a closed day as one per cent of the median', () =>
    expect(Math.exp(dailyHistory(0, [0, 100, 100], NO_CALENDAR).known[0]!)).toBeCloseTo(1, 9));

  it('has a floor even where everything is zero', () => {
    expect(dailyHistory(0, [0, 0], NO_CALENDAR).floor).toBe(1);
    expect(hourlyHistory(0, [0, Number.NaN], NO_CALENDAR).filled[1]).toBe(0);
    expect(hourlyHistory(0, [Number.NaN], NO_CALENDAR).filled[0]).toBe(0);
  });
});
