import * as z from 'zod';
import type { Surge } from '../../../models/workload/surge/surge.ts';
import { share } from '../base.ts';
import { quantity } from '../quantity.ts';
import { auditSpecSchema } from './audit/audit-spec.ts';

const name = z.string().min(1);

/** A surge as it was run. */
export const surgeSchema = z.object({
  name,
  title: z.string(),
  story: z.string(),
  lanes: z.array(z.object({ name, cost: z.number().positive() })),
  journeys: z.array(z.object({ name, title: z.string(), share, lane: z.string().nullable() })).min(1),
  steps: z.array(
    z.object({ name, title: z.string(), room: z.boolean(), rare: z.boolean(), tags: z.record(z.string(), z.array(z.string())) }),
  ),
  demand: z.object({ unit: z.string(), step: z.string(), perPerson: z.number().positive() }).nullable(),
  facts: z.record(z.string(), quantity),
  assumed: z.array(z.object({ path: z.string(), value: z.string() })),
  audit: auditSpecSchema.optional(),
}) satisfies z.ZodType<Surge>;
