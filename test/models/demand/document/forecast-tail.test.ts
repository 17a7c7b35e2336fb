import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../../models/demand/calendar/calendar.ts';
import { dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import { forecastDocument } from '../../../../models/demand/document/forecast-document.ts';
import { madeDemand } from '../made-demand.ts';

const first = dayNumber('2023-01-01')!;
const document = (days: number) =>
  forecastDocument(
    { step: 'day', first, values: madeDemand(first, days, 0.05) },
    {
      name: 'made',
      unit: 'visits',
      horizon: { count: 14, step: 'day' },
      daily: 'sum',
      backtestOrigins: 0,
      burst: { varianceToMean: 1, kind: 'assumed' },
      calendar: NO_CALENDAR,
      seed: 1,
      futures: 50,
      breaks: [],
      decompose: null,
    },
  )!;

describe('the tail of a forecast', () => {
  it('is told of three years, and left out of half a year, which has too few errors', () => {
    const { tail } = document(1_100);
    expect(tail?.exceedances).toBeGreaterThanOrEqual(30);
    // Noise of 5 %: one day in a thousand lies three standard deviations up, e^0.15, and errors of the level come on top.
    expect(tail!.low).toBeLessThan(Math.exp(0.25));
    expect(tail!.factor).toBeGreaterThan(Math.exp(0.1));
    expect([tail!.low < tail!.factor, tail!.factor < tail!.high]).toEqual([true, true]);
    expect(document(180)).not.toHaveProperty('tail');
  });
});
