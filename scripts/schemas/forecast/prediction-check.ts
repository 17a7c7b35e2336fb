import * as z from 'zod';
import type { PredictionCheck } from '../../../models/results/forecast/prediction-check.ts';
import { count, header, measured } from '../base.ts';
import { predictionSchema } from './prediction.ts';

const { series, unit, asOf, window, daily, quantiles } = predictionSchema.shape;

const rate = z.object({
  level: z.number(),
  hits: count,
  claims: count,
  interval: z.object({ low: z.number(), high: z.number(), confidence: z.number() }),
  judgement: z.enum(['low', 'high', 'fine']),
});

/** `prediction-check.json` */
export const predictionCheckSchema = z.object({
  ...header('prediction-check'),
  series: z.string(),
  claims: z.array(
    z.object({
      series,
      unit,
      asOf,
      window,
      daily,
      quantiles,
      actual: measured,
      because: z.enum(['needs-hours', 'before-the-file', 'not-over', 'gaps']).nullable(),
    }),
  ),
  rates: z.array(rate),
  advice: z.object({ what: z.enum(['widen', 'narrow', 'shift', 'keep', 'unknown']), factor: measured }),
  warnings: z.array(z.string()),
}) satisfies z.ZodType<PredictionCheck>;
