import * as z from 'zod';
import { parseRate } from '../../../models/definition/units/parse-units.ts';
import { header } from '../base.ts';

const positive = z.number().positive();
const atLeastZero = z.number().min(0);
const name = z.string().min(1).max(60);
const byClass = z.record(name, atLeastZero);

const rate = z.string().refine((text) => (parseRate(text) ?? 0) > 0, { error: 'must be a rate above 0 such as 300/s' });

/** Nodes with servers: `demandMs` is the time a server works on one request of a class, over all its visits. */
const nodes = z.strictObject({
  nodes: z.number().int().min(1).max(10_000),
  serversPerNode: z.number().int().min(1).max(100_000),
  /** Nodes cannot be added, as to a database. */
  fixed: z.boolean().exactOptional(),
  /** Nodes that can be had. */
  most: z.number().int().min(1).max(10_000).exactOptional(),
  demandMs: byClass,
  /** Visits of a request of a class; 1 where it has a demand. */
  visits: byClass.exactOptional(),
  /** Squared coefficient of variation of one visit: 1 exponential, 0 constant, else lognormal. */
  cs2: z.number().min(0).max(100).exactOptional(),
  /** Tiers that a server waits for while it holds its place, as a thread that calls a database does. */
  waitsFor: z.array(name).exactOptional(),
  pricePerHour: positive.exactOptional(),
});

/** A partner: so many requests a second and no more. `timeMs` is its answer time. */
const partner = z.strictObject({ limit: rate, visits: byClass, timeMs: positive, cs2: z.number().min(0).max(100).exactOptional() });

/** `service.json`: the tiers of a service, and what requests of each class do at them. */
export const serviceSchema = z.strictObject({
  ...header('service'),
  /** What a forecast may count, and how often one person makes it. */
  unit: z.string().min(1).exactOptional(),
  perPerson: positive.exactOptional(),
  /** Requests of a class that one person makes; a surge or a run may say it instead. */
  classes: z
    .record(
      name,
      z.strictObject({
        perPerson: positive.exactOptional(),
        budget: z.strictObject({ percentile: z.number().gt(0).lt(100), limitMs: positive }),
      }),
    )
    .refine((classes) => Object.keys(classes).length > 0, { error: 'must have at least one class, got none' }),
  tiers: z
    .record(name, z.union([partner, nodes]))
    .refine((tiers) => Object.keys(tiers).length > 0, { error: 'must have at least one tier, got none' }),
});

export type ServiceFile = z.infer<typeof serviceSchema>;
