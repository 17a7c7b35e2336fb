import * as z from 'zod';
import type { ServicePlanFile } from '../../../models/results/plan/service-plan.ts';
import { count, header, measured, quantiles, share } from '../base.ts';
import { planUnitsSchema } from './plan-units.ts';

const number = z.number();
const text = z.string();

const tier = z.object({
  name: text,
  nodes: count.nullable(),
  servers: count.nullable(),
  fixed: z.boolean(),
  limit: measured,
  requests: number,
  utilisation: number,
  fullAt: number,
  withoutIt: number,
  needed: count.nullable(),
  run: count.nullable(),
  neededServers: count.nullable(),
  neededLimit: measured,
});

const requestClass = z.object({
  name: text,
  rate: number,
  percentile: number,
  limit: number,
  alone: number,
  now: measured,
  needed: measured,
  bound: measured,
});

const curve = z.object({
  tier: text,
  points: z.array(z.object({ nodes: count, carried: number })),
  enough: count,
  next: text.nullable(),
});

/** `service-plan.json` */
export const servicePlanSchema = z.object({
  ...header('service-plan'),
  counted: text,
  units: planUnitsSchema.nullable(),
  peak: z.object({ ...quantiles, ground: text }),
  confidence: number,
  peakRate: number,
  now: z.object({ carried: number, breaks: text.nullable(), probability: share }),
  needed: z.object({ carried: number, breaks: text.nullable() }).nullable(),
  tiers: z.array(tier),
  classes: z.array(requestClass),
  curves: z.array(curve),
  warnings: z.array(text),
}) satisfies z.ZodType<ServicePlanFile>;
