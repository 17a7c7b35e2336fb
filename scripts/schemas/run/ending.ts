import { z } from 'zod';
import type { EndingFile } from '../../../models/results/ending.ts';
import { header } from '../base.ts';

/** `ending.json` */
export const endingSchema = z.object({
  ...header('ending'),
  interruption: z.enum(['signal', 'generator-died', 'target-died', 'disk-full']).nullable(),
  detail: z.string().nullable(),
  targetIdentity: z.enum(['confirmed', 'different', 'unknown', 'not-asked']),
  endedAt: z.iso.datetime(),
}) satisfies z.ZodType<EndingFile>;
