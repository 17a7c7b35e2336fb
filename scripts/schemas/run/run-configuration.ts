import * as z from 'zod';
import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import { budgetsSchema, queueLimitsSchema } from './budgets.ts';
import { profileSchema } from './profile.ts';
import { surgeSchema } from './surge.ts';

/** What was in force in a run. */
export const runConfigurationSchema = z.object({
  surge: surgeSchema,
  profileName: z.string().min(1),
  profile: profileSchema,
  budgets: budgetsSchema,
  queue: queueLimitsSchema.nullable(),
}) satisfies z.ZodType<RunConfiguration>;
