import { describe, expect, it } from 'vitest';
import { NO_CALENDAR } from '../../../../models/demand/calendar/calendar.ts';
import { makeForecast } from '../../../../models/demand/document/forecast-document.ts';
import { calibrationLevels } from '../../../../models/demand/report/backtest-rows.ts';
import { forecastReport } from '../../../../models/demand/report/forecast-report.ts';
import { peakBins } from '../../../../models/demand/report/peak-bins.ts';
import { madeForecast } from '../../../reports/made-forecast.ts';
import { madeDemand } from '../made-demand.ts';
import { MADE_REQUEST } from '../made-request.ts';

const FIRST = 20168;
describe('the evidence of a forecast', () => {
  const report = madeForecast();

  it('takes demand apart without a rest: the parts multiply to what the regression says, weekends 0.7 of a working day', () => {
    const { week, year, trend, actual } = report.components!;
    const [most, least] = [Math.max(...week), Math.min(...week)];
    expect(least / most).toBeCloseTo(0.7, 1);
    const errors = actual.map((value, i) =>
      Math.abs(Math.log(value! / (trend[i]! * year[i]! * week[i]! * report.components!.month[i]! * report.components!.holiday[i]!))),
    );
    // The noise of made demand is 5 %: its mean size is 0.04.
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.05);
  });

  it('puts the seasonal naive beside each forecast of the past, and the truth of its window', () => {
    expect(report.backtest).toHaveLength(2);
    for (const row of report.backtest) {
      expect(row.peak!.actual).toBe(Math.max(...row.actual.map((value) => value!)));
      expect(row.naiveMase).toBeGreaterThan(0.5);
      expect(row.naiveMase).toBeLessThan(2);
    }
    expect(report.calibration.map(({ level }) => level)).toEqual([0.05, 0.5, 0.8, 0.9, 0.95, 0.99]);
    for (const { low, share, high, periods } of report.calibration) {
      expect(low <= share && share <= high).toBe(true);
      expect(periods).toBe(56);
    }
  });

  it('spreads the chance of the peak over the days of the window, which know their names', () => {
    expect(report.days).toHaveLength(28);
    expect(report.days.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 10);
    // 2026-06-06, Memorial Day, is day 20610.
    expect(report.days.find(({ day }) => day === 20610)!.names).toEqual(['memorial']);
    expect(report.bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it('gathers hours into days, and explains the highest of each', () => {
    const hours = madeForecast({ days: 40, hourly: 'hours', horizon: 48, origins: 0 });
    expect(hours.days).toHaveLength(2);
    expect(hours.tail.values).toHaveLength(14 * 24);
    expect(hours.components!.actual).toHaveLength(40);
  });

  it('has no components where no whole day of an hourly series is known', () => {
    const holes = Float64Array.from({ length: 24 * 40 }, (_, h) => (h % 24 < 10 ? 5 + (h % 7) : Number.NaN));
    const made = makeForecast(
      { step: 'hour', first: FIRST * 24, values: holes },
      { ...MADE_REQUEST, horizon: { count: 24, step: 'hour' } },
    )!;
    const { components, holidays, days } = forecastReport(made, NO_CALENDAR, 1);
    expect([components, holidays, days[0]!.factor]).toEqual([null, [], null]);
  });

  it('is of one bar when all futures are alike, and empty where nothing of a window is known', () => {
    expect(peakBins([2, 2, 2])).toEqual([{ from: 2, to: 2, share: 1 }]);
    expect(calibrationLevels([])).toEqual([]);
    const values = madeDemand(FIRST, 150, 0.05).fill(Number.NaN, 125, 135);
    const made = makeForecast({ step: 'day', first: FIRST, values }, { ...MADE_REQUEST, horizon: { count: 10, step: 'day' } })!;
    const unknown = { ...made.windows[0]!, actual: new Float64Array(10).fill(Number.NaN) };
    expect(calibrationLevels([unknown])).toEqual([]);
    const [row] = forecastReport({ ...made, windows: [unknown] }, NO_CALENDAR, 1).backtest;
    expect([row!.peak, row!.mase]).toEqual([null, null]);
  });
});
