import type { ForecastDocument } from '../../../../models/results/forecast/forecast.ts';

const levels = (middle: number) => ({ p50: middle, p80: middle * 1.05, p90: middle * 1.08, p95: middle * 1.1, p99: middle * 1.2 });

/** Payments an hour over some days: few at night, most at `busiest`. */
export function hourlyForecast(days: number, busiest: number): ForecastDocument {
  const shape = (hour: number) => 0.1 + 0.9 * Math.exp(-(((hour % 24) - 13) ** 2) / 18);
  const points = Array.from({ length: 24 * days }, (_, hour) => {
    const middle = busiest * shape(hour);
    const time = new Date(Date.UTC(2026, 8, 10, hour)).toISOString().slice(0, 16);
    return { time, mean: middle, p05: middle * 0.9, ...levels(middle) };
  });
  return {
    schema: 'surgeproof/forecast',
    version: 1,
    series: 'payments',
    unit: 'payments/hour',
    asOf: '2026-09-09',
    method: 'made up',
    calendarVersion: '',
    points,
    peak: { ...levels(busiest), window: { from: points[0]!.time, to: points.at(-1)!.time }, likelyAt: [] },
    peakSecond: { ...levels((busiest / 3600) * 1.3), varianceToMean: 1, kind: 'assumed' },
    events: [],
    backtest: {
      origins: 0,
      mase: null,
      smape: null,
      coverage: { p90: null, p95: null, p99: null },
      peakBias: null,
      peakCover: { p50: null, p90: null },
    },
    warnings: [],
  };
}

/** The same as totals of days with the hours of the peak day. */
export function dailyForecast(days: number, busiest: number): ForecastDocument {
  const hourly = hourlyForecast(1, busiest);
  const curve = (level: 'p50' | 'p80' | 'p90' | 'p95' | 'p99') => ({
    shape: 'piecewise' as const,
    points: hourly.points.map((point, hour) => [hour * 3600, point[level] / 3600] as const),
  });
  const total = hourly.points.reduce((sum, { p50 }) => sum + p50, 0);
  // The peak day is the last one; the others have half of it.
  const points = Array.from({ length: days }, (_, day) => {
    const middle = day === days - 1 ? total : total / 2;
    return { time: `2026-09-${10 + day}`, mean: middle, p05: middle * 0.9, ...levels(middle) };
  });
  return {
    ...hourly,
    unit: 'payments/day',
    points,
    peak: { ...hourly.peak, ...levels(total) },
    peakHour: { ...levels(busiest), hour: 13, share: busiest / total },
    curves: { p50: curve('p50'), p80: curve('p80'), p90: curve('p90'), p95: curve('p95'), p99: curve('p99') },
  };
}
