import * as z from 'zod';
import { BALANCERS } from '../../../models/results/plan/balancer.ts';
import { header } from '../base.ts';
import { standardGivenSchema } from './standard-given.ts';

const positive = z.number().positive();
const atLeastZero = z.number().min(0);
/** RFC 1123 label, as names of deployments are. */
const KUBERNETES_NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

const instanceType = z.strictObject({
  name: z.string().min(1).max(60),
  perHour: atLeastZero,
  relativeSpeed: z.number().gt(0).max(100).exactOptional(),
  servers: z.number().int().min(1).max(100_000).exactOptional(),
});

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
  /** What a forecast counts, how often one person makes it, and the requests of a person by step: in place of --surge. */
  mix: z.strictObject({ unit: z.string().min(1), perPerson: positive, requestsPerPerson: z.record(z.string(), positive) }).exactOptional(),
  /** When how many: new nodes are asked for `leadMinutes` before they are needed, no stretch is shorter than `leastMinutes`, and a change saves at least `changeSaves` node-hours. */
  schedule: z
    .strictObject({
      timeZone: z.string().min(1).exactOptional(),
      leadMinutes: z.number().int().min(0).max(59).exactOptional(),
      leastMinutes: z.number().int().min(60).max(10_080).exactOptional(),
      changeSaves: atLeastZero.exactOptional(),
      deployment: z.string().regex(KUBERNETES_NAME).exactOptional(),
      group: z.string().min(1).max(255).exactOptional(),
    })
    .exactOptional(),
  prices: z
    .strictObject({
      perNodeHour: atLeastZero,
      currency: z.string().max(10),
      hours: positive,
      /** Other types of nodes; `relativeSpeed` 2 serves a request in half the time of the measured node, `servers` are requests at a time. */
      types: z.array(instanceType).min(1).max(50).exactOptional(),
      /** What a minute with a broken budget costs, and the minutes of a peak that is above what the nodes hold. */
      miss: z.strictObject({ perMinute: atLeastZero, minutes: positive }).exactOptional(),
    })
    .exactOptional(),
  standard: standardGivenSchema.exactOptional(),
});

export type PolicyFile = z.infer<typeof policySchema>;
