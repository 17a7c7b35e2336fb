import * as z from 'zod';
import { VERDICTS, type VerdictFile } from '../../../models/results/verdict.ts';
import { count, header, measured } from '../base.ts';

const because = z.enum([
  'too-few-samples',
  'interval-crosses-limit',
  'near-limit',
  'not-measured',
  'few-beyond-percentile',
  'target-collapsed',
  'unfinished',
  'journal-incomplete',
  'records-missing',
]);

const criterion = z.object({
  id: z.string(),
  kind: z.enum(['latency', 'errors', 'journey', 'people', 'queue', 'recovery', 'invariant', 'idempotency', 'validity']),
  subject: z.string(),
  title: z.string(),
  statistic: z.string(),
  value: measured,
  operator: z.enum(['<=', '>=', '==']),
  limit: z.number(),
  unit: z.enum(['ms', 'share', 'count', 'ratio']),
  margin: measured,
  samples: count,
  second: z.number().exactOptional(),
  interval: z.object({ low: z.number(), high: z.number(), confidence: z.number() }).nullable(),
  verdict: z.enum(VERDICTS),
  because: because.exactOptional(),
  advisory: z.literal(true).exactOptional(),
});

/** `verdict.json` */
export const verdictSchema = z.object({
  ...header('verdict', 2),
  verdict: z.enum(VERDICTS),
  headline: z.string(),
  findings: z.array(z.string()),
  advice: z.string().nullable(),
  criteria: z.array(criterion),
  invariants: z.array(criterion),
  validity: z.array(criterion),
}) satisfies z.ZodType<VerdictFile>;
