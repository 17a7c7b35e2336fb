import { z } from 'zod';
import type { ManifestFile } from '../../../models/results/manifest.ts';
import { count, header } from '../base.ts';
import { rehearsedForecastSchema } from './rehearsed-forecast.ts';

/** `manifest.json` */
export const manifestSchema = z.object({
  ...header('manifest'),
  id: z.string().min(1),
  scenario: z.string().min(1),
  profile: z.string().min(1),
  seed: count,
  target: z.object({
    name: z.string(),
    app: z.string(),
    waitingRoom: z.string().nullable(),
    simulated: z.boolean(),
    nodes: count.nullable(),
    identity: z.string(),
  }),
  command: z.array(z.string()),
  createdAt: z.iso.datetime(),
  versions: z.record(z.string(), z.string()),
  host: z.object({ platform: z.string(), cores: z.number().positive(), memoryMiB: z.number().positive(), openFiles: count.nullable() }),
  revision: z.object({ commit: z.string(), dirty: z.boolean() }).nullable(),
  /** Checked by the validators of the workload, which know more than a schema can say. */
  configuration: z.unknown(),
  forecast: rehearsedForecastSchema.exactOptional(),
}) satisfies z.ZodType<ManifestFile>;
