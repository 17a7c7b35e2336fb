import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../../models/demand/calendar/calendar.ts';
import { dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import { backtestSummary, backtestWindows } from '../../../../models/demand/document/backtest.ts';
import type { ForecastOptions } from '../../../../models/demand/forecast/forecast-series.ts';
import type { DemandSeries } from '../../../../models/demand/series/demand-series.ts';
import { madeDemand } from '../made-demand.ts';

const FIRST = dayNumber('2022-01-03')!;

const daily = (values: Float64Array, first = FIRST): DemandSeries => ({ step: 'day', first, values });

const options: ForecastOptions = { calendar: NO_CALENDAR, horizon: 28, seed: 3, futures: 300, breaks: [], decompose: null };

describe('a backtest', () => {
  it('forecasts from past origins and sums up; of no windows nothing is known', () => {
    const windows = backtestWindows(daily(madeDemand(FIRST, 240, 0.05)), options, 3);
    const summary = backtestSummary(windows);
    expect(windows.map(({ from }) => from)).toEqual([156, 184, 212]);
    expect(summary.mase).toBeLessThan(1);
    expect(summary.coverage.p99).toBeGreaterThan(0.9);
    expect(backtestSummary([])).toMatchObject({ origins: 0, mase: null, peakCover: { p90: null } });
  });
});
