import * as z from 'zod';
import type { AuditFile } from '../../../../models/results/audit.ts';
import { count, header } from '../../base.ts';

/** `audit.json` */
export const auditSchema = z.object({
  ...header('audit'),
  done: z.boolean(),
  reason: z.string().nullable(),
  checks: z.array(
    z.object({
      name: z.string(),
      examined: count,
      violations: count,
      examples: z.array(z.string()),
      notMade: z.string().optional(),
      lacks: z.literal('records').optional(),
      says: z.string().optional(),
    }),
  ),
  notes: z.array(z.string()).optional(),
  startedAt: z.number().optional(),
  unknownResolved: z.object({ charged: count, notCharged: count }),
}) satisfies z.ZodType<AuditFile>;
