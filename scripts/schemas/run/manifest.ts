import * as z from 'zod';
import type { ManifestFile } from '../../../models/results/manifest.ts';
import { count, header } from '../base.ts';
import { rehearsedForecastSchema } from './rehearsed-forecast.ts';
import { runConfigurationSchema } from './run-configuration.ts';
import { targetSchema } from './target.ts';

/** `manifest.json` */
export const manifestSchema = z.object({
  ...header('manifest', 2),
  id: z.string().min(1),
  surge: z.string().min(1),
  file: z.string(),
  profile: z.string().min(1),
  seed: count,
  target: targetSchema.extend({ simulated: z.boolean(), nodes: count.nullable(), identity: z.string().nullable() }),
  command: z.array(z.string()),
  createdAt: z.iso.datetime(),
  versions: z.record(z.string(), z.string()),
  host: z.object({ platform: z.string(), cores: z.number().positive(), memoryMiB: z.number().positive(), openFiles: count.nullable() }),
  revision: z.object({ commit: z.string(), dirty: z.boolean() }).nullable(),
  configuration: runConfigurationSchema,
  walk: z.record(z.string(), z.array(z.string())).nullable(),
  accounts: z.string().nullable(),
  polling: z.object({ line: z.enum(['native', 'typescript']), because: z.enum(['asked', 'dialect', 'k6']).nullable() }).exactOptional(),
  forecast: rehearsedForecastSchema.exactOptional(),
}) satisfies z.ZodType<ManifestFile>;
