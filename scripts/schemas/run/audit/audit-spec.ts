import * as z from 'zod';
import type { AuditSpec } from '../../../../models/workload/audit/audit-spec.ts';

const texts = z.record(z.string(), z.string());
const columns = texts;
const timeout = z.number().positive();

const source = z.discriminatedUnion('from', [
  z.object({ from: z.literal('http'), base: z.string(), path: z.string(), headers: texts, timeout, columns }),
  z.object({ from: z.literal('command'), command: z.array(z.string()).min(1), timeout, columns }),
  z.object({ from: z.literal('file'), path: z.string(), columns }),
]);

const instant = z.union([
  z.object({ at: z.number() }),
  z.object({ timeOfDay: z.number(), offset: z.number() }),
  z.object({ after: z.number() }),
]);

/** Where the records of a service are read after a run, and what must hold of them. */
export const auditSpecSchema = z.object({
  records: z.record(z.string(), source),
  invariants: z.array(z.object({ name: z.string(), options: z.record(z.string(), z.union([z.number(), z.array(z.string()), instant])) })),
  words: texts,
}) satisfies z.ZodType<AuditSpec>;
