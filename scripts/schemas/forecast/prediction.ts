import { z } from 'zod';
import { header, quantiles } from '../base.ts';

const time = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:00)?$/, 'must be a date, or a date and an hour');

/** A line of predictions.ndjson: what was said about a window, by which calendar and which code. */
export const predictionSchema = z.object({
  ...header('prediction'),
  series: z.string(),
  unit: z.string(),
  asOf: z.iso.date(),
  window: z.object({ from: time, to: time }),
  /** What hours were made into days by. */
  daily: z.enum(['sum', 'max']),
  quantiles: z.object(quantiles),
  calendarVersion: z.string(),
  codeVersion: z.string(),
});

export type Claim = z.infer<typeof predictionSchema>;
