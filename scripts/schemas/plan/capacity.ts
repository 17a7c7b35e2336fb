import * as z from 'zod';
import type { CapacityFile } from '../../../models/results/plan/capacity.ts';
import { count, header } from '../base.ts';

const CELLS =
  'response times of the answered requests: a histogram of 128 cells an octave from 2^-10 ms, flat and delta-coded. Pairs of numbers, cells ascending: how many cells after the one before (the first: after cell 0), and how many requests. The cell of t ms is floor(128·(e + 10 + t/2^e − 1)) with e = floor(log2 t); it answers with its middle, at most 0.4 % off. [1280, 3, 5, 1]: three requests of 1.000–1.008 ms, one of 1.039–1.047 ms. docs/how-to/measure-a-ladder.md has a function that writes them';

const block = z.strictObject({
  answered: count.describe('requests answered in the block; those that failed are not among them'),
  failed: count
    .exactOptional()
    .describe('requests that failed in the block: errors (5xx), time-outs, refused connections; an answer that says no is an answer'),
  concurrency: z
    .number()
    .min(0)
    .nullable()
    .exactOptional()
    .describe('mean number of requests in progress during the block; null: not measured'),
  cells: z.array(count).describe(CELLS),
});

const step = z.strictObject({
  name: z.string().describe('as it is called in the plan'),
  nodes: z.number().int().min(1).describe('nodes that served the step'),
  spacing: z.enum(['poisson', 'even']).describe('spacing of the arrivals: poisson as people arrive, even as most load generators send'),
  loop: z
    .enum(['open', 'closed'])
    .exactOptional()
    .describe('closed: a fixed number of clients, each waits for its answer before it sends again; left out: open, arrivals do not wait'),
  offeredRate: z.number().positive().describe('requests per second that were sent to all nodes together'),
  achievedRate: z.number().min(0).describe('requests per second that all nodes together answered, without the failed ones'),
  concurrency: z.number().min(0).nullable().describe('mean number of requests in progress in all nodes together; null: not measured'),
  utilisation: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('mean share of the busiest resource of a node in use, 0 to 1; null: not measured'),
  generator: z
    .strictObject({ valid: z.boolean(), reason: z.string().nullable() })
    .describe('valid: false when the load generator was the limit, with the reason; the step then says nothing about the nodes'),
  blockSeconds: z.number().positive().describe('length of each block, seconds'),
  blocks: z.array(block).describe('stretches of equal length in order of time, warm-up included; at least 6, better 60'),
});

/** `capacity.json` */
export const capacitySchema = z.strictObject({
  ...header('capacity'),
  target: z.string().describe('what was measured, in words'),
  simulated: z.boolean().describe('true when service times of the target were simulated; every report then says so'),
  measuredAt: z.string().describe('ISO 8601 date and time'),
  steps: z.array(step).min(1),
}) satisfies z.ZodType<CapacityFile>;
