import * as z from 'zod';
import type { PlanUnits } from '../../../models/results/plan/plan-units.ts';
import { quantity } from '../quantity.ts';

/** From what a forecast counts to requests. */
export const planUnitsSchema = z.object({
  counted: z.string(),
  perPerson: quantity,
  requestsPerPerson: quantity,
  steps: z.array(z.object({ step: z.string(), perPerson: z.number() })),
  peak: z.object({ counted: z.number(), people: z.number(), requests: z.number() }),
}) satisfies z.ZodType<PlanUnits>;
