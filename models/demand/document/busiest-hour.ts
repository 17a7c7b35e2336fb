import type { SeriesForecast } from '../forecast/forecast-series.ts';
import { burstFactor } from '../peak/burst-factor.ts';
import { dayShape, peakHour } from '../peak/peak-hour.ts';
import { statedQuantiles } from '../peak/peak-of-paths.ts';
import type { DemandSeries } from '../series/demand-series.ts';
import type { DocumentRequest } from './document-request.ts';

const SECONDS_PER_HOUR = 3600;

/** From the day to its hour, and from the hour to its second, where hours are known. */
export function busiestHour(
  given: DemandSeries,
  series: DemandSeries,
  forecast: SeriesForecast,
  { burst, calendar, daily, seed }: DocumentRequest,
) {
  if (given.step !== 'hour' || (series.step === 'day' && daily === 'max')) return {};
  const highest = Float64Array.from(forecast.paths, (path) => Math.exp(Math.max(...path)));
  const likely = forecast.peak.probability.indexOf(Math.max(...forecast.peak.probability));
  const inHour = (quantiles: ReturnType<typeof statedQuantiles>) => {
    const second = (hour: number): number =>
      (hour / SECONDS_PER_HOUR) * burstFactor(Math.max(hour / SECONDS_PER_HOUR, 1e-3), burst.varianceToMean);
    const { p50, p80, p90, p95, p99 } = quantiles;
    return { peakSecond: { p50: second(p50), p80: second(p80), p90: second(p90), p95: second(p95), p99: second(p99), ...burst } };
  };
  if (series.step === 'hour') return inHour(statedQuantiles(highest));
  const shape = dayShape(given, calendar, series.first + series.values.length + likely);
  if (shape === null) return {};
  const hour = peakHour(highest, shape, seed);
  return { peakHour: hour, ...inHour(hour), curves: curvesOf(shape.shares, hour) };
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
