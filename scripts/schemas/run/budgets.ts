import * as z from 'zod';
import type { Budgets, QueueLimits } from '../../../models/workload/surge/budget.ts';
import { QUANTITY_KINDS } from '../../../models/workload/surge/quantity.ts';
import { count, share } from '../base.ts';

const ms = z.number().positive().nullable();
const ground = { source: z.string(), kind: z.enum(QUANTITY_KINDS) };
const latency = { p50: ms, p95: ms, p99: ms };

/** Limits on steps and journeys; milliseconds and shares. */
export const budgetsSchema = z.object({
  steps: z.record(z.string(), z.object({ ...latency, errorShare: share.nullable(), stretch: ms, burst: ms, minSamples: count, ...ground })),
  journeys: z.record(z.string(), z.object({ ...latency, servedShare: share.nullable() })),
  people: z.object({ servedShare: share, leftShare: share, unfinishedShare: share, ...ground }).exactOptional(),
}) satisfies z.ZodType<Budgets>;

/** Limits on the waiting room. */
export const queueLimitsSchema = z.object({
  maxInversionShare: share,
  minKendallTau: z.number().min(-1).max(1),
  maxLostPlaces: count,
  maxAbandonedShare: share,
  maxAnnouncedError: z.number().positive(),
  minAnnouncedShare: share.nullable(),
  announcedGraceSeconds: z.number().min(0),
  longestWait: z.number().positive().exactOptional(),
  laneDifference: z.number().positive().exactOptional(),
  ...ground,
}) satisfies z.ZodType<QueueLimits>;
