import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../../models/demand/calendar/calendar.ts';
import { datePartsOf, dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import { peakWarnings } from '../../../../models/demand/document/peak-warnings.ts';
import { forecastSeries, type SeriesForecast } from '../../../../models/demand/forecast/forecast-series.ts';
import { normal, randomFrom } from '../../../../models/workload/users/random.ts';

const FIRST = dayNumber('2024-01-01')!;
const END = dayNumber('2026-03-12')!;
/** Two days before a feast demand is 1.6 times, on the 25th 1.4 times as high; the feast ahead falls on Friday, 27 March 2026. */
const AHEAD = '2026-03-27';

function forecastOf(feasts: readonly string[], wages: number): SeriesForecast {
  const days = [...feasts, AHEAD].map((date) => dayNumber(date)!);
  const random = randomFrom(3);
  const values = Float64Array.from({ length: END - FIRST + 1 }, (_, i) => {
    const before = days.some((day) => day - 2 === FIRST + i) ? 1.6 : 1;
    return 1000 * before * (datePartsOf(FIRST + i).date === 25 ? wages : 1) * Math.exp(0.03 * normal(random));
  });
  const calendar = { ...NO_CALENDAR, events: [{ name: 'feast', days, reach: 7 }] };
  return forecastSeries(
    { step: 'day', first: FIRST, values },
    { calendar, horizon: 28, seed: 1, futures: 200, breaks: [], decompose: null },
  )!;
}

describe('a day that nothing resembles', () => {
  const usual = ['2024-03-15', '2024-09-15', '2025-03-15', '2025-09-15'];

  it('is named when a feast and wages meet for the first time, and P50 multiplies both effects: 1,000 × 1.6 × 1.4 within a tenth', () => {
    const forecast = forecastOf(usual, 1.4);
    expect(forecast.unseen?.names).toEqual(['before feast', 'wages of the 25th']);
    expect(forecast.calibratedOn).toEqual({ festivals: ['feast'], windows: 4 });
    expect(Math.abs(forecast.peak.quantiles.p50 / 2240 - 1)).toBeLessThan(0.1);
    expect(peakWarnings(forecast).join()).toContain('No day of the history is like 2026-03-25');
  });

  it('is not named when they met before', () => expect(forecastOf([...usual.slice(0, 3), '2025-09-27'], 1.4).unseen).toBeNull());

  it('is not named when nothing is paid on the 25th: what does not move demand need not have been seen', () =>
    expect(forecastOf(usual, 1).unseen).toBeNull());
});

describe('what a peak does not rest on', () => {
  const said = (festivals: string[], windows: number) => peakWarnings({ calibratedOn: { festivals, windows }, unseen: null });

  it('is said of fewer than three festivals, and of none', () => {
    expect(said(['chuseok'], 2)[0]).toContain('rests on 2 past festivals');
    expect(said(['chuseok'], 0)[0]).toContain('rests on no past festivals');
    expect(said(['chuseok', 'chuseok'], 3)).toEqual([]);
    expect(said([], 0)).toEqual([]);
  });
});
