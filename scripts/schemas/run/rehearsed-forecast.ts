import * as z from 'zod';
import type { RehearsedForecast } from '../../../models/results/rehearsed-forecast.ts';

const amount = z.object({ peakRate: z.number().min(0), people: z.number().min(0) });

/** The forecast that a run staged, in its manifest and in `run.json`. */
export const rehearsedForecastSchema = z.object({
  file: z.string(),
  series: z.string(),
  event: z.string().nullable(),
  quantile: z.string(),
  asOf: z.string(),
  scale: z.number().positive(),
  compression: z.number().positive(),
  forecast: amount.extend({ seconds: z.number().positive() }),
  staged: amount,
}) satisfies z.ZodType<RehearsedForecast>;
