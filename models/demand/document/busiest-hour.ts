import type { SeriesForecast } from '../forecast/forecast-series.ts';
import { busiestHours, dayShape, peakHour } from '../peak/peak-hour.ts';
import { busiestSecond } from '../peak/second/busiest-second.ts';
import type { DemandSeries } from '../series/demand-series.ts';
import type { DocumentRequest } from './document-request.ts';

const SECONDS_PER_HOUR = 3600;

/** From the day to its hour, and from the hour to its second, where hours are known and count something: a rate has no second below it. */
export function busiestHour(
  given: DemandSeries,
  series: DemandSeries,
  forecast: SeriesForecast,
  { burst, calendar, daily, isRate = false, seed }: DocumentRequest,
) {
  if (given.step !== 'hour' || isRate || (series.step === 'day' && daily === 'max')) return {};
  const highest = Float64Array.from(forecast.paths, (path) => Math.exp(Math.max(...path)));
  const second = (hours: Float64Array) => ({ peakSecond: { ...busiestSecond(hours, burst.varianceToMean, seed), ...burst } });
  if (series.step === 'hour') return second(highest);
  const likely = forecast.peak.probability.indexOf(Math.max(...forecast.peak.probability));
  const shape = dayShape(given, calendar, series.first + series.values.length + likely);
  if (shape === null) return {};
  const hours = busiestHours(highest, shape, seed);
  const hour = peakHour(hours, shape);
  return { peakHour: hour, ...second(hours), curves: curvesOf(shape.shares, hour) };
}

/** The peak day as arrivals a second, its busiest hour at each quantile. */
function curvesOf(shares: Float64Array, hour: ReturnType<typeof peakHour>) {
  const most = Math.max(...shares);
  const curve = (quantile: number) => ({
    shape: 'piecewise' as const,
    points: Array.from(shares, (share, h) => [h * SECONDS_PER_HOUR, (quantile * share) / most / SECONDS_PER_HOUR] as const),
  });
  return { p50: curve(hour.p50), p80: curve(hour.p80), p90: curve(hour.p90), p95: curve(hour.p95), p99: curve(hour.p99) };
}
