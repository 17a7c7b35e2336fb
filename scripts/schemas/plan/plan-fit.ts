import * as z from 'zod';
import type { PlanFit } from '../../../models/results/plan/plan-fit.ts';
import { count, measured } from '../base.ts';

const step = z.object({
  name: z.string(),
  nodes: count,
  rate: z.number(),
  offeredRate: z.number(),
  used: z.boolean(),
  throughput: z.boolean(),
  reason: z.string().nullable(),
  warmUpSeconds: z.number(),
  mean: measured,
  budgeted: measured,
  predictedMean: measured,
  predictedBudgeted: measured,
});

const model = z.object({
  name: z.string(),
  aicc: measured,
  topStepError: measured,
  saturationRate: measured,
  values: z.record(z.string(), z.number()),
});

/** The measured steps of a plan, and the models that were fitted to them. */
export const planFitSchema = z.object({
  target: z.string(),
  simulated: z.boolean(),
  steps: z.array(step),
  models: z.array(model),
  winner: z.string(),
  limit: z.object({ rate: z.number(), low: z.number(), high: z.number(), certain: z.boolean() }).nullable(),
  proven: z.object({ measured: z.number(), nodes: z.number(), withinBudget: z.number() }),
  spread: z.object({ low: z.number(), high: z.number() }).nullable(),
}) satisfies z.ZodType<PlanFit>;
