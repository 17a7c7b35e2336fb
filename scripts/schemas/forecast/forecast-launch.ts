import * as z from 'zod';
import type { ForecastLaunch } from '../../../models/results/forecast/forecast-launch.ts';
import { count, quantiles, share } from '../base.ts';
import { curve } from '../curve.ts';
import { quantity } from '../quantity.ts';

const analogue = z.object({
  name: z.string(),
  when: z.string(),
  origin: z.enum(['own', 'public']),
  value: quantity,
  population: quantity.nullable(),
  scaled: z.number(),
  weight: share,
});

const pool = z.object({
  analogues: count,
  effective: z.number(),
  degrees: z.number(),
  spread: z.number(),
  spreadFrom: z.enum(['analogues', 'prior', 'floor']),
});

/** An announced event inside `forecast.json`. */
export const forecastLaunch = z.object({
  name: z.string().max(80),
  time: z.string(),
  timeZone: z.string(),
  type: z.enum(['launch', 'deadline', 'reopening']),
  shape: z.enum(['doors-open', 'deadline', 'adoption']),
  windowSeconds: z.number().positive(),
  measure: z.enum(['people', 'people waiting', 'arrivals/s']),
  arrivals: z.object(quantiles),
  people: z.object(quantiles),
  arrivalsPerSecond: z.object(quantiles),
  crowd: z.object({ ...quantiles, admissions: quantity.nullable() }),
  attemptsPerSecond: z.object({ ...quantiles, perPerson: z.number(), givingUp: share }).exactOptional(),
  pentUp: z.number(),
  pool,
  analogues: z.array(analogue),
  assumptions: z.record(z.string(), quantity),
  limits: z.array(z.string()),
  curves: z.record(z.string(), curve),
}) satisfies z.ZodType<ForecastLaunch>;
