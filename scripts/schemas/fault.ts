import * as z from 'zod';
import type { FaultsFile, FaultsSummary } from '../../models/results/faults.ts';
import { DIRECTIONS, type FaultAction, type PlannedFault, type RecoveryLimit } from '../../models/workload/surge/fault.ts';
import { count, header, measured, share } from './base.ts';

const seconds = z.number().min(0);
const node = count.min(1);
const words = z.array(z.string()).min(1);

const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('partition'), between: z.string(), direction: z.enum(DIRECTIONS), share }),
  z.object({ kind: z.literal('latency'), on: z.string(), times: z.number().positive(), plus: z.number().min(0) }),
  z.object({ kind: z.literal('errors'), on: z.string(), share }),
  z.object({ kind: z.literal('capacity'), on: z.string(), to: share }),
  z.object({ kind: z.literal('kill-node'), node }),
  z.object({ kind: z.literal('restart-node'), node }),
  z.object({ kind: z.literal('slow-start'), node, times: z.number().min(1) }),
  z.object({ kind: z.literal('command'), run: words, undo: words.nullable(), timeout: z.number().positive() }),
]) satisfies z.ZodType<FaultAction>;

/** A fault of a profile, as it was planned. */
export const faultSchema = z.object({
  title: z.string(),
  from: seconds,
  to: seconds,
  cutSeconds: seconds,
  action,
}) satisfies z.ZodType<PlannedFault>;

export const recoverySchema = z.object({
  withinSeconds: z.number().positive(),
  success: share,
  stableSeconds: z.number().positive(),
  failFast: z.number().positive().exactOptional(),
}) satisfies z.ZodType<RecoveryLimit>;

/** `faults.json` */
export const faultsSchema = z.object({
  ...header('faults'),
  faults: z.array(
    z.object({
      title: z.string(),
      planned: z.object({ from: seconds, to: seconds }),
      began: z.number().nullable(),
      ended: z.number().nullable(),
      problem: z.string().nullable(),
    }),
  ),
}) satisfies z.ZodType<FaultsFile>;

const blast = z.object({ name: z.string(), title: z.string(), attempts: z.number().min(0), failed: z.number().min(0) });

/** What faults did to people, in `run.json`. */
export const faultsSummarySchema = z.object({
  effects: z.array(
    z.object({
      title: z.string(),
      from: seconds,
      to: seconds,
      originalSeconds: seconds,
      wasDone: z.boolean(),
      problem: z.string().nullable(),
      detectedAfter: measured,
      failureP95: measured,
      steps: z.array(blast),
      journeys: z.array(blast),
    }),
  ),
  recoveredAfter: measured,
  success: share,
  stableSeconds: z.number().positive(),
  requestsAfter: z.number().min(0),
  disruptedSeconds: measured,
}) satisfies z.ZodType<FaultsSummary>;
