import { countedIn } from '../../models/demand/rehearsal/people-per-unit.ts';
import { type PeakQuantiles, quantilesBy } from '../../models/results/forecast/peak-quantiles.ts';
import type { PlanDemandPoint } from '../../models/results/plan/plan.ts';
import { type DemandHour, hourlyDemand } from '../../models/sizing/schedule/hourly-demand.ts';
import type { DemandUnits } from '../../models/sizing/units/demand-units.ts';
import { readForecast } from '../demand/read-forecast.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { secondsOfUnit } from './period-of-unit.ts';

export interface ForecastDemand {
  /** What it counts, and what says so. */
  readonly unit: string;
  readonly where: string;
  /** How it was turned into requests, and requests for one of what is counted; null and 1 when it was not. */
  readonly units: DemandUnits | null;
  readonly perUnit: number;
  /** Hours of the forecast; null where it has none. */
  readonly hours: readonly DemandHour[] | null;
  /** Zone of its times. */
  readonly timeZone: string;
  /** Arrivals per second. */
  readonly peak: PeakQuantiles;
  readonly ground: string;
  readonly demand: readonly PlanDemandPoint[];
  readonly warnings: readonly string[];
}

/** Peak of a forecast in arrivals per second: its busiest second if stated, else its highest hour, else its periods. Throws for a unit without a period. */
export async function forecastDemand(file: string): Promise<ForecastDemand> {
  const forecast = await readForecast(file);
  const period = secondsOfUnit(forecast.unit);
  if (period === null)
    throw new SurgeproofError('unreadable-file', {
      file,
      problems: [`unit: must name a period, such as payments/s, got ${forecast.unit}`],
    });
  const { series, unit, points, peak, peakHour, peakSecond } = forecast;
  // Of a day's total, what its highest hour has of it.
  const each = peakHour === undefined ? period : 3600 / peakHour.share;
  const coarse = peakSecond === undefined && (peakHour !== undefined || period > 1);
  const mean = peakHour === undefined ? `over ${period} s (${forecast.unit})` : 'over the highest hour';
  const hours = hourlyDemand(forecast, period);
  return {
    hours: 'missing' in hours ? null : hours,
    // Forecasts are in local time, and their calendar is that of Korea.
    timeZone: forecast.launches?.[0]?.timeZone ?? 'Asia/Seoul',
    unit: countedIn(unit),
    where: `unit of ${file}`,
    units: null,
    perUnit: 1,
    peak: peakSecond ?? (peakHour === undefined ? perSecond(peak, period) : perSecond(peakHour, 3600)),
    ground: `forecast of ${series}${peakSecond ? ', busiest second' : peakHour ? ', highest hour' : ''}`,
    demand: points.map(({ time, p50, p80, p95 }) => ({ time, p50: p50 / each, p80: p80 / each, p95: p95 / each })),
    warnings: [
      ...forecast.warnings,
      ...('missing' in hours ? [hours.missing] : []),
      ...(coarse ? [`the peak is a mean ${mean}, so busier seconds within it are not planned for; give peakSecond in the forecast`] : []),
    ],
  };
}

const perSecond = (peak: PeakQuantiles, period: number): PeakQuantiles => quantilesBy((name) => peak[name] / period);
