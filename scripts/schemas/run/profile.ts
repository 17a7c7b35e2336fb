import * as z from 'zod';
import type { SurgeProfile } from '../../../models/workload/surge/surge.ts';
import { count, share } from '../base.ts';
import { curve } from '../curve.ts';
import { faultSchema, recoverySchema } from '../fault.ts';

const length = z.number().min(0);

/** A profile as it was run; seconds, except for times marked as milliseconds in its type. */
export const profileSchema = z.object({
  description: z.string(),
  arrivalSeconds: z.number().positive(),
  drainSeconds: length,
  arrivals: curve,
  evenSpacing: z.boolean(),
  phases: z.array(z.object({ name: z.string(), from: length, judged: z.boolean() })).min(1),
  hosts: count.min(1),
  clientTimeout: z.number().positive(),
  retry: z.object({
    probability: share,
    maxRetries: count,
    quickRetries: count,
    quickLow: length,
    quickHigh: length,
    slowMedian: length,
    slowP95: length,
  }),
  impatienceMedian: z.number().positive(),
  thinkScale: length,
  service: z
    .object({
      nodes: count.min(1),
      admissionTokens: z.number().positive(),
      doorsOpenAfter: length,
      closesAfter: length.exactOptional(),
      ruleSpeed: z.object({ minutes: z.number().min(1), hours: z.number().min(1) }).exactOptional(),
    })
    .nullable(),
  faults: z.array(faultSchema).exactOptional(),
  recovery: recoverySchema.exactOptional(),
}) satisfies z.ZodType<SurgeProfile>;
