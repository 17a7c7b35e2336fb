import * as z from 'zod';
import type { CapacityFile } from '../../../models/results/plan/capacity.ts';
import { count, header } from '../base.ts';

const block = z.object({ answered: count, cells: z.array(count) });

const step = z.object({
  name: z.string(),
  nodes: z.number().int().min(1),
  spacing: z.enum(['poisson', 'even']),
  offeredRate: z.number().positive(),
  achievedRate: z.number().min(0),
  concurrency: z.number().min(0).nullable(),
  utilisation: z.number().min(0).max(1).nullable(),
  generator: z.object({ valid: z.boolean(), reason: z.string().nullable() }),
  blockSeconds: z.number().positive(),
  blocks: z.array(block),
});

/** `capacity.json` */
export const capacitySchema = z.object({
  ...header('capacity'),
  target: z.string(),
  simulated: z.boolean(),
  measuredAt: z.string(),
  steps: z.array(step).min(1),
}) satisfies z.ZodType<CapacityFile>;
