import * as z from 'zod';
import type { GeneratorHealth } from '../../../models/results/generator-health.ts';
import { count } from '../base.ts';

/** A line of `generator.ndjson`. */
export const generatorSchema = z.object({
  second: count,
  cpu: z.number().min(0),
  memoryMiB: z.number().min(0),
  openFiles: count.nullable(),
  received: count.nullable(),
  sent: count.nullable(),
}) satisfies z.ZodType<GeneratorHealth>;
