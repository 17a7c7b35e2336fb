import { z } from 'zod';
import type { ForecastDocument } from '../../models/results/forecast.ts';
import type { CurveSpec } from '../../models/workload/curve-spec.ts';
import { count, header, measured } from './base.ts';

const time = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:00)?$/, 'must be a date, or a date and an hour');
const date = z.iso.date();
const share = z.number().min(0).max(1);
const upper = { p50: z.number(), p80: z.number(), p90: z.number(), p95: z.number(), p99: z.number() };

const curve: z.ZodType<CurveSpec> = z.lazy(() =>
  z.discriminatedUnion('shape', [
    z.object({ shape: z.literal('constant'), rate: z.number() }),
    z.object({ shape: z.literal('ramp'), from: z.number(), to: z.number(), start: z.number(), end: z.number() }),
    z.object({ shape: z.literal('step-decay'), at: z.number(), peak: z.number(), hold: z.number(), halfLife: z.number() }),
    z.object({ shape: z.literal('deadline'), from: z.number(), to: z.number(), start: z.number(), deadline: z.number() }),
    z.object({ shape: z.literal('diurnal'), mean: z.number(), amplitude: z.number(), period: z.number(), peakAt: z.number() }),
    z.object({ shape: z.literal('piecewise'), points: z.array(z.tuple([z.number(), z.number()])) }),
    z.object({ shape: z.literal('sum'), of: z.array(curve) }),
    z.object({ shape: z.literal('scaled'), by: z.number(), curve }),
  ]),
);

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

/** `forecast.json`; fields that a later surgeproof adds are kept. */
export const forecastSchema = z.looseObject({
  ...header('forecast'),
  series: z.string(),
  unit: z.string(),
  asOf: date,
  method: z.string(),
  calendarVersion: z.string(),
  points: z.array(z.object({ time, mean: z.number(), p05: z.number(), ...upper })).min(1),
  peak: z.object({
    window: z.object({ from: time, to: time }),
    ...upper,
    likelyAt: z.array(z.object({ time, probability: share })),
  }),
  peakHour: z.object({ ...upper, hour: z.number().int().min(0).max(23), share }).exactOptional(),
  peakSecond: z.object({ ...upper, varianceToMean: z.number(), kind: z.enum(['measured', 'assumed']) }).exactOptional(),
  events: z.array(event),
  backtest,
  warnings: z.array(z.string()),
  curves: z.record(z.string(), curve).exactOptional(),
}) satisfies z.ZodType<ForecastDocument>;
