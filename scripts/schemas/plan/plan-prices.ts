import * as z from 'zod';
import type { PlanInstances, PlanRegret } from '../../../models/results/plan/plan-prices.ts';
import { count, measured, share } from '../base.ts';

const number = z.number();
const text = z.string();

const instance = z.object({
  name: text,
  perHour: number,
  servers: count,
  serviceTime: number,
  needed: count.nullable(),
  nodes: count.nullable(),
  perEvent: measured,
  reason: text.nullable(),
});

/** Types of nodes beside each other. */
export const planInstancesSchema = z.object({ currency: text, hours: number, types: z.array(instance) }) satisfies z.ZodType<PlanInstances>;

const row = z.object({ nodes: count, spend: number, tooMany: number, broken: share, tooFew: number, regret: number });

/** Too many nodes against too few. */
export const planRegretSchema = z.object({
  currency: text,
  perMinute: number,
  minutes: number,
  best: count,
  rows: z.array(row),
}) satisfies z.ZodType<PlanRegret>;
