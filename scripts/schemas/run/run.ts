import * as z from 'zod';
import type { RunFile } from '../../../models/results/run.ts';
import { count, header, measured } from '../base.ts';
import { faultsSummarySchema } from '../fault.ts';
import { rehearsedForecastSchema } from './rehearsed-forecast.ts';

const latency = z.object({
  count,
  mean: measured,
  p50: measured,
  p90: measured,
  p95: measured,
  p99: measured,
  p999: measured,
  max: measured,
});

const users = { arrived: count, finished: count, gaveUp: count, failed: count };
const atEnd = z.object({
  ...users,
  ...{ turnedAway: count.exactOptional(), lostPatience: count.exactOptional() },
  ...{ inLine: count, active: count },
});

const lane = z.object({
  lane: z.string(),
  admitted: count,
  unadmitted: count,
  overtaken: count,
  kendallTau: measured,
  isOpen: z.boolean(),
  medianWait: measured,
  longestWait: measured,
});

const queue = z.object({
  joined: count,
  admitted: count,
  maxWaiting: count,
  maxWaitingAt: count.nullable(),
  lostPlaces: count,
  abandoned: count,
  inversions: count,
  overtakenForEver: count,
  kendallTau: measured,
  wait: latency,
  longestWait: measured,
  laneDifference: measured,
  lanes: z.array(lane),
  announcedWithin: measured,
  unpromised: count,
  missed: count,
});

const attempts = { attempts: count, outcomes: z.record(z.string(), count) };

const stepSummary = z.object({
  step: z.string(),
  title: z.string(),
  room: z.boolean(),
  ...attempts,
  rate: measured,
  service: latency,
  response: latency,
  variants: z.array(z.object({ tag: z.string(), value: z.string(), ...attempts, response: latency })),
});

/** `run.json` */
export const runSchema = z.object({
  ...header('run', 2),
  id: z.string(),
  surge: z.string(),
  profile: z.string(),
  seed: count,
  target: z.string(),
  simulated: z.boolean(),
  forecast: rehearsedForecastSchema.exactOptional(),
  startedAt: z.iso.datetime(),
  durationSeconds: z.number().min(0),
  interruption: z.enum(['signal', 'generator-died', 'script-error', 'target-died', 'disk-full', 'killed']).nullable(),
  arrivals: z.object({ scheduled: count, started: count, onTimeShare: measured, startLag: latency }),
  users: z.object({ ...users, turnedAway: count, lostPatience: count, waiting: count, thinking: count, atEnd }),
  queue: queue.nullable(),
  steps: z.array(stepSummary),
  journeys: z.array(z.object({ journey: z.string(), title: z.string(), people: count, finished: count, response: latency })),
  statuses: z.array(z.object({ status: count, count })),
  connections: z.object({ opened: count, tlsHandshakes: count }),
  redirects: count,
  bytes: z.object({ received: count, sent: count }).nullable(),
  errors: z.array(z.object({ step: z.string(), cause: z.string(), owner: z.string(), count })),
  generator: z.object({
    cpuMean: measured,
    cpuMax: measured,
    memoryMaxMiB: measured,
    loopLagP99: measured,
    silentSeconds: count,
  }),
  faults: faultsSummarySchema.exactOptional(),
}) satisfies z.ZodType<RunFile>;
