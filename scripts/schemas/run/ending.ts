import * as z from 'zod';
import type { EndingFile } from '../../../models/results/ending.ts';
import { count, header } from '../base.ts';

/** `ending.json` */
export const endingSchema = z.object({
  ...header('ending'),
  interruption: z.enum(['signal', 'generator-died', 'script-error', 'target-died', 'disk-full', 'killed']).nullable(),
  detail: z.string().nullable(),
  panic: z.string().exactOptional(),
  targetIdentity: z.enum(['confirmed', 'different', 'unknown', 'not-asked']),
  clock: z.object({ lines: count, largest: z.object({ vu: count, second: count, ms: z.number() }).nullable() }).nullable(),
  endedAt: z.iso.datetime(),
}) satisfies z.ZodType<EndingFile>;
