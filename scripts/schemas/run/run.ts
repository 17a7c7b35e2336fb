import { z } from 'zod';
import type { RunFile } from '../../../models/results/run.ts';
import { count, header, measured } from '../base.ts';
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

const queue = z.object({
  joined: count,
  admitted: count,
  maxWaiting: count,
  maxWaitingAt: count.nullable(),
  lostPlaces: count,
  abandoned: count,
  inversions: count,
  kendallTau: measured,
  wait: latency,
  announcedWithin: measured,
});

/** `run.json` */
export const runSchema = z.object({
  ...header('run'),
  id: z.string(),
  scenario: z.string(),
  profile: z.string(),
  seed: count,
  target: z.string(),
  simulated: z.boolean(),
  forecast: rehearsedForecastSchema.exactOptional(),
  startedAt: z.iso.datetime(),
  durationSeconds: z.number().min(0),
  interruption: z.enum(['signal', 'generator-died', 'target-died', 'disk-full']).nullable(),
  arrivals: z.object({ scheduled: count, started: count, onTimeShare: measured, startLag: latency }),
  users: z.object({ ...users, waiting: count, atEnd: z.object({ ...users, inLine: count, active: count }) }),
  queue,
  steps: z.array(
    z.object({
      step: z.string(),
      journey: z.string(),
      attempts: count,
      outcomes: z.record(z.string(), count),
      service: latency,
      response: latency,
    }),
  ),
  errors: z.array(z.object({ step: z.string(), cause: z.string(), owner: z.string(), count })),
  generator: z.object({
    cpuMean: measured,
    cpuMax: measured,
    memoryMaxMiB: measured,
    loopLagP99: measured,
    silentSeconds: count,
  }),
}) satisfies z.ZodType<RunFile>;
