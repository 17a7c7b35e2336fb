import * as z from 'zod';
import { QUANTITY_KINDS, type Quantity } from '../../models/workload/surge/quantity.ts';

/** A number with its unit and ground. */
export const quantity = z.object({
  value: z.number(),
  unit: z.string(),
  source: z.string(),
  kind: z.enum(QUANTITY_KINDS),
}) satisfies z.ZodType<Quantity>;
