import * as z from 'zod';
import { header, quantiles } from '../base.ts';

const time = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:00)?$/, 'must be a date, or a date and an hour');

/** A line of predictions.ndjson: the quantiles stated for a window, with the versions of calendar and code. */
export const predictionSchema = z.object({
  ...header('prediction'),
  series: z.string(),
  unit: z.string(),
  asOf: z.iso.date(),
  window: z.object({ from: time, to: time }),
  /** Value of a day of an hourly series. */
  daily: z.enum(['sum', 'max']),
  quantiles: z.object(quantiles),
  calendarVersion: z.string(),
  codeVersion: z.string(),
});

export type Claim = z.infer<typeof predictionSchema>;
