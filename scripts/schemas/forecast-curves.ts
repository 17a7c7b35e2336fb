import { z } from 'zod';
import { header } from './base.ts';

/** Checked by the validators of the workload, which know more than a schema can say. */
const curves = z.record(z.string(), z.unknown());

/** What a rehearsal reads of `forecast.json`. */
export const forecastCurvesSchema = z.object({
  ...header('forecast'),
  series: z.string().max(400),
  asOf: z.string().max(40),
  curves: curves.exactOptional(),
  peakSecond: z.record(z.string(), z.unknown()).exactOptional(),
  launches: z.array(z.object({ name: z.string().max(80), windowSeconds: z.number().positive(), curves })).exactOptional(),
});

export type ForecastCurves = z.infer<typeof forecastCurvesSchema>;
