import { z } from 'zod';
import type { Budgets, QueueLimits } from '../../../models/workload/surge/budget.ts';
import { QUANTITY_KINDS } from '../../../models/workload/surge/quantity.ts';
import { count, share } from '../base.ts';

const ms = z.number().positive().nullable();
const ground = { source: z.string(), kind: z.enum(QUANTITY_KINDS) };
const latency = { p50: ms, p95: ms, p99: ms };

/** Limits on steps and journeys; milliseconds and shares. */
export const budgetsSchema = z.object({
  steps: z.record(z.string(), z.object({ ...latency, errorShare: share.nullable(), minSamples: count, ...ground })),
  journeys: z.record(z.string(), z.object({ ...latency, servedShare: share.nullable() })),
}) satisfies z.ZodType<Budgets>;

/** Limits on the waiting room. */
export const queueLimitsSchema = z.object({
  maxInversionShare: share,
  minKendallTau: z.number().min(-1).max(1),
  maxLostPlaces: count,
  maxAbandonedShare: share,
  maxAnnouncedError: z.number().positive(),
  minAnnouncedShare: share,
  announcedGraceSeconds: z.number().min(0),
  ...ground,
}) satisfies z.ZodType<QueueLimits>;
