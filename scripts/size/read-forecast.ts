import { z } from 'zod';
import type { PlanDemandPoint } from '../../models/results/plan.ts';
import type { PeakQuantiles } from '../../models/sizing/peak-distribution.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { readJson } from '../run-folder/read-json.ts';
import { header } from '../schemas/base.ts';
import { secondsOfUnit } from './amounts.ts';

const rate = z.number().positive();
const quantiles = z.looseObject({ p50: rate, p80: rate, p90: rate, p95: rate, p99: rate });

/** What sizing needs of `forecast.json`; the rest is for other readers. */
const forecastSchema = z.looseObject({
  ...header('forecast'),
  series: z.string(),
  unit: z.string(),
  points: z.array(z.looseObject({ time: z.string(), p50: z.number(), p80: z.number(), p95: z.number() })),
  peak: quantiles,
  peakSecond: quantiles.nullish(),
});

export interface ForecastDemand {
  /** Arrivals per second. */
  readonly peak: PeakQuantiles;
  readonly ground: string;
  readonly demand: readonly PlanDemandPoint[];
  readonly warnings: readonly string[];
}

/** The peak of a forecast, per second. Refuses a unit that names no period. */
export async function readForecast(file: string): Promise<ForecastDemand> {
  const forecast = await readJson(file, 'forecast', forecastSchema);
  if (forecast === null) throw new SurgeproofError('unreadable-file', { file, problems: ['must exist'] });
  const period = secondsOfUnit(forecast.unit);
  if (period === null)
    throw new SurgeproofError('unreadable-file', {
      file,
      problems: [`unit: must name a period, such as payments/s, got ${forecast.unit}`],
    });
  const { peakSecond } = forecast;
  const divided = ({ p50, p80, p90, p95, p99 }: PeakQuantiles, by: number): PeakQuantiles => ({
    p50: p50 / by,
    p80: p80 / by,
    p90: p90 / by,
    p95: p95 / by,
    p99: p99 / by,
  });
  const coarse = period > 1 && !peakSecond;
  return {
    peak: peakSecond ? divided(peakSecond, 1) : divided(forecast.peak, period),
    ground: `forecast of ${forecast.series}${peakSecond ? ', busiest second' : ''}`,
    demand: forecast.points.map(({ time, p50, p80, p95 }) => ({ time, p50: p50 / period, p80: p80 / period, p95: p95 / period })),
    warnings: coarse
      ? [
          `the peak is a mean over ${period} s (${forecast.unit}): busier seconds inside it are not planned for; give peakSecond in the forecast`,
        ]
      : [],
  };
}
