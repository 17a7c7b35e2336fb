import * as z from 'zod';
import type { StandardForm } from '../../../models/results/plan/standard-form.ts';
import { count, measured } from '../base.ts';

const row = z.object({
  symbol: z.string(),
  korean: z.string(),
  english: z.string(),
  low: z.number(),
  high: measured,
  value: z.number(),
  ground: z.string(),
});

const part = z.object({
  item: z.enum(['cpu', 'db', 'memory', 'system-disk', 'data-disk', 'iops']),
  title: z.object({ korean: z.string(), english: z.string() }),
  formula: z.string(),
  rows: z.array(row),
  result: z.number(),
  unit: z.string(),
});

/** The form of the Korean sizing standard inside a plan. */
export const standardFormSchema = z.object({
  standard: z.string(),
  parts: z.array(part),
  measured: z.object({ nodes: count, servers: count, peakRate: z.number(), sentence: z.string() }),
  warnings: z.array(z.string()),
}) satisfies z.ZodType<StandardForm>;
