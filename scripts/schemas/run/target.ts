import * as z from 'zod';
import type { Target } from '../../../models/workload/surge/run-configuration.ts';

/** Where requests went. */
export const targetSchema = z.object({
  name: z.string(),
  bases: z.record(z.string(), z.string()),
  waitingRoom: z.object({ base: z.string(), dialect: z.enum(['surgeproof', 'netfunnel', 'surge']) }).nullable(),
  headers: z.record(z.string(), z.string()),
  connections: z.enum(['shared', 'per-request']),
  acceptEncoding: z.string().nullable(),
  insecure: z.boolean(),
  clientCertificate: z.object({ certificate: z.string(), key: z.string() }).nullable(),
}) satisfies z.ZodType<Target>;
