import type { QueueLimits, StepBudget } from '../../workload/surge/budget.ts';
import type { RetryPolicy } from '../../workload/users/retry-policy.ts';

/** What holds where neither a surge nor k6.config.ts says anything. Each value is explained in docs/reference/budgets.md. */
const DEFAULT_SOURCE = 'default of surgeproof (docs/reference/budgets.md)';

/** One second is the limit of an uninterrupted flow of thought (Nielsen 1993), three seconds the habit of Korean public tenders. */
export const STEP_BUDGET: StepBudget = {
  p50: null,
  p95: 1_000,
  p99: 3_000,
  errorShare: 0.01,
  // As long as most clients wait for an answer: whoever tries again after that meets a service that is well.
  stretch: 10_000,
  // A restart of one part behind a balancer; a person who tries again a few times gets through.
  burst: 5_000,
  minSamples: 200,
  source: DEFAULT_SOURCE,
  kind: 'assumed',
};

/** A waiting room answers from memory; when it is slow, everybody waits. */
export const WAITING_ROOM_BUDGET: StepBudget = { ...STEP_BUDGET, p50: 30, p95: 150, p99: 500, errorShare: 0.001 };

export const QUEUE_LIMITS: QueueLimits = {
  maxInversionShare: 0.001,
  minKendallTau: 0.999,
  maxLostPlaces: 0,
  maxAbandonedShare: 0.05,
  maxAnnouncedError: 0.3,
  minAnnouncedShare: 0.9,
  announcedGraceSeconds: 5,
  source: DEFAULT_SOURCE,
  kind: 'assumed',
};

/** Two quick taps, then patience of half a minute; three of four people try again. Assumed. */
export const HUMAN_RETRY: RetryPolicy = {
  probability: 0.75,
  maxRetries: 5,
  quickRetries: 2,
  quickLow: 500,
  quickHigh: 2_000,
  slowMedian: 10_000,
  slowP95: 30_000,
};

/** Nobody tries again; the pauses are never used. */
export const NO_RETRY: RetryPolicy = {
  probability: 0,
  maxRetries: 0,
  quickRetries: 0,
  quickLow: 0,
  quickHigh: 0,
  slowMedian: 1_000,
  slowP95: 1_000,
};

/** Share of the people who tap twice where a request carries an idempotency key. Assumed. */
export const DOUBLE_TAPS = 0.01;

/** Milliseconds. Most mobile clients give up on an answer after 10 s; half of the people in line wait longer than an hour. Assumed. */
export const CLIENT_TIMEOUT = 10_000;
export const PATIENCE = 3_600_000;
/** Per second, towards a target that says nothing: what one machine can send at all. */
export const MAXIMUM_ARRIVAL_RATE = 5_000;
/** Seconds that people still inside take for the rest of their journey, at their own speed. Journeys are functions: nobody knows their think times before the run. */
export const THINKING_AFTER_ARRIVALS = 20;
