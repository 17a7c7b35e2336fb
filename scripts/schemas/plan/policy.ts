import * as z from 'zod';
import { BALANCERS } from '../../../models/results/plan/balancer.ts';
import { header } from '../base.ts';

const positive = z.number().positive();
const atLeastZero = z.number().min(0);

/** `policy.json`: what a planner decides. Whatever is left out keeps its usual value. Times in milliseconds or seconds as named, rates per second. */
export const policySchema = z.strictObject({
  ...header('policy'),
  confidence: z.number().min(0.5).max(0.999).exactOptional(),
  budget: z.strictObject({ percentile: z.number().gt(0).lt(100), limitMs: positive }).exactOptional(),
  /** How requests come to the nodes; left out: the worst, random. */
  balancer: z.enum(BALANCERS).exactOptional(),
  /** Of earlier versions: shared is read as balancer shared, per-node as random. */
  queue: z.enum(['shared', 'per-node']).exactOptional(),
  ca2: z.number().min(0).max(10_000).exactOptional(),
  /** Variance over mean of the counts in windows of some seconds, at a rate of so many arrivals per second; without a rate: at the peak. */
  dispersion: z
    .array(z.strictObject({ seconds: positive, value: positive, rate: positive.exactOptional() }))
    .min(1)
    .exactOptional(),
  zones: z.number().int().min(1).max(100).exactOptional(),
  deployOut: z.number().int().min(0).exactOptional(),
  autoscaler: z.strictObject({ lagSeconds: atLeastZero, rampSeconds: positive, rampFrom: z.number().gt(0).max(1) }).exactOptional(),
  retries: z.number().int().min(0).max(100).exactOptional(),
  waitingRoom: z.strictObject({ queued: atLeastZero, requestsPerPerson: positive, arrivalRate: atLeastZero }).exactOptional(),
  prices: z.strictObject({ perNodeHour: atLeastZero, currency: z.string().max(10), hours: positive }).exactOptional(),
  /** Factors of the sizing standard by symbol: S1…, O1…, M1…, D1…, weight. */
  standard: z.record(z.string().regex(/^(?:S([1-9]|1[01])|O([1-9]|10)|M[1-6]|D[1-8]|weight)$/), z.number()).exactOptional(),
});

export type PolicyFile = z.infer<typeof policySchema>;
