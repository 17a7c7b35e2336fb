import * as z from 'zod';
import { BALANCERS } from '../../../models/results/plan/balancer.ts';
import type { PlanFile } from '../../../models/results/plan/plan.ts';
import { QUANTITY_KINDS } from '../../../models/workload/surge/quantity.ts';
import { count, header, measured } from '../base.ts';
import { planFitSchema } from './plan-fit.ts';
import { standardFormSchema } from './standard-form.ts';

const number = z.number();
const text = z.string();
const kind = z.enum(QUANTITY_KINDS);
const interval = z.object({ value: number, low: measured, high: measured });
const end = z.object({ label: text, nodes: count.nullable() });
const quantiles = { p50: number, p80: number, p90: number, p95: number, p99: number };

const bursts = { factor: number, share: number, seconds: number };

const traffic = {
  balancing: z.object({
    balancer: z.enum(BALANCERS),
    named: z.boolean(),
    needed: z.array(z.object({ balancer: z.enum(BALANCERS), nodes: count.nullable() })),
  }),
  arrivals: z.object({
    ca2: number,
    bursts: z.object(bursts).nullable(),
    ground: text.nullable(),
    ifBursts: z.object({ ...bursts, nodes: count.nullable() }).nullable(),
  }),
};

const answer = {
  recommended: count,
  needed: z.object({ nodes: count, low: count.nullable(), high: count.nullable(), withinBudget: number }),
  situations: z.array(z.object({ name: z.enum(['peak', 'n+1', 'zone-lost', 'deploy', 'autoscaler']), nodes: count, reason: text })),
  levels: z.array(
    z.object({
      confidence: number,
      nodes: count,
      peakRate: number,
      utilisation: number,
      p50: measured,
      budgeted: measured,
      probability: number,
    }),
  ),
  rejected: z.object({ nodes: count, probability: number, sentence: text }).nullable(),
};

const consequences = {
  capacity: z.object({ nodes: count, withinBudget: number, nominal: number, selfHealing: number, retries: count }),
  waitingRoom: z
    .object({
      queued: number,
      requestsPerPerson: number,
      curve: z.array(z.object({ nodes: count, admitRate: number, drainSeconds: measured })),
    })
    .nullable(),
  cost: z.object({ currency: text, perNodeHour: number, hours: number, perEvent: number, perThousandRequests: number }).nullable(),
  drivers: z.array(z.object({ name: text, low: end, high: end, kind })),
  curve: z.array(z.object({ nodes: count, low: measured, middle: measured, high: measured, probability: number })),
  demand: z.array(z.object({ time: text, p50: number, p80: number, p95: number })),
};

/** `plan.json` */
export const planSchema = z.object({
  ...header('plan'),
  source: z.enum(['by-hand', 'measured']),
  peak: z.object({ ...quantiles, ground: text }),
  budget: z.object({ percentile: number, limit: number }),
  confidence: number,
  node: z.object({
    serviceTime: interval,
    servers: interval,
    cs2: number,
    ca2: number,
    balancer: z.enum(BALANCERS),
    contention: number,
    coherency: number,
  }),
  ...traffic,
  ...answer,
  ...consequences,
  fit: planFitSchema.nullable(),
  standard: standardFormSchema,
  assumptions: z.array(z.object({ name: text, value: number, unit: text, source: text, kind })),
  warnings: z.array(text),
}) satisfies z.ZodType<PlanFile>;
