import * as z from 'zod';
import type { StandardForm } from '../../../models/results/plan/standard-form.ts';
import { count, measured } from '../base.ts';

const text = z.string();

const row = z.object({ symbol: text, korean: text, english: text, range: text, value: measured, ground: text });

const part = z.object({
  item: z.enum(['cpu', 'db', 'memory', 'system-disk', 'data-disk', 'iops']),
  title: z.object({ korean: text, english: text }),
  formula: text,
  rows: z.array(row),
  result: measured,
  perServer: z.object({ value: measured, ground: text }).nullable(),
  unit: text,
});

const server = z.object({
  name: text,
  count: count.nullable(),
  countGround: text,
  method: text.nullable(),
  model: text.nullable(),
  parts: z.array(part),
});

/** The form of the Korean sizing standard inside a plan; null stands for what has to be filled in. */
export const standardFormSchema = z.object({
  standard: text,
  project: text.nullable(),
  system: text.nullable(),
  architecture: text,
  reference: text.nullable(),
  servers: z.array(server),
  measured: z.object({ nodes: count, servers: count, peakRate: z.number(), sentence: text }),
  notes: z.array(z.object({ korean: text, english: text })),
}) satisfies z.ZodType<StandardForm>;
