import * as z from 'zod';
import type { ForecastDocument } from '../../../models/results/forecast/forecast.ts';
import { count, header, measured, quantiles, share } from '../base.ts';
import { curve } from '../curve.ts';
import { forecastLaunch } from './forecast-launch.ts';

const time = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, 'must be a date, or a date and a time of day');
const date = z.iso.date();

const event = z.object({
  name: z.string(),
  time: date,
  factor: measured,
  seen: z.object({ occurrences: count, low: z.number(), high: z.number() }).nullable(),
});

const backtest = z.object({
  origins: count,
  mase: measured,
  smape: measured,
  coverage: z.object({ p90: share.nullable(), p95: share.nullable(), p99: share.nullable() }),
  peakBias: measured,
  peakCover: z.object({ p50: share.nullable(), p90: share.nullable() }),
});

const tail = z.object({
  level: share,
  factor: z.number(),
  low: z.number(),
  high: z.number(),
  exceedances: count,
  threshold: z.number(),
  shape: z.number(),
});

/** `forecast.json`; fields that a later surgeproof adds are kept. */
export const forecastSchema = z.looseObject({
  ...header('forecast'),
  series: z.string(),
  unit: z.string(),
  asOf: date,
  method: z.string(),
  calendarVersion: z.string(),
  points: z.array(z.object({ time, mean: z.number(), p05: z.number(), ...quantiles })),
  peak: z.object({
    window: z.object({ from: time, to: time }),
    ...quantiles,
    calibratedOn: z.object({ festivals: z.array(z.string()), windows: count }).exactOptional(),
    likelyAt: z.array(z.object({ time, probability: share })),
  }),
  peakHour: z.object({ ...quantiles, hour: z.number().int().min(0).max(23), share }).exactOptional(),
  peakSecond: z.object({ ...quantiles, varianceToMean: z.number(), kind: z.enum(['measured', 'assumed']) }).exactOptional(),
  events: z.array(event),
  backtest,
  warnings: z.array(z.string()),
  curves: z.record(z.string(), curve).exactOptional(),
  tail: tail.exactOptional(),
  launches: z.array(forecastLaunch).exactOptional(),
}) satisfies z.ZodType<ForecastDocument>;
