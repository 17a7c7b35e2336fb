import type { CurveSpec } from '../arrivals/curve-spec.ts';
import type { Quantity } from './quantity.ts';

/** A named part of a run. Only judged phases count for budgets. */
export interface Phase {
  readonly name: 'warm-up' | 'steady' | 'surge' | 'drain';
  /** Seconds since the start of the run; a phase lasts until the next begins. */
  readonly from: number;
  readonly judged: boolean;
}

/** What a person does after a failed request: pause, try again, at most so often, then give up. Times in milliseconds. */
export interface RetryPolicy {
  /** Probability of trying again after a failure, 0 to 1. */
  readonly probability: number;
  readonly maxRetries: number;
  /** The first `quickRetries` pauses are uniform in [quickLow, quickHigh]; later ones lognormal. */
  readonly quickRetries: number;
  readonly quickLow: number;
  readonly quickHigh: number;
  readonly slowMedian: number;
  readonly slowP95: number;
}

/** A lane of the waiting room. */
export interface Lane {
  readonly name: string;
  /** Admission tokens one person costs. */
  readonly cost: number;
}

export interface JourneyShare {
  readonly journey: 'register-card' | 'qr-payment';
  /** Share of arrivals, 0 to 1; the shares of a surge add up to 1. */
  readonly share: number;
  /** Lane of the waiting room the journey starts in. */
  readonly lane: string;
}

/** One size of a surge: smoke (seconds, every change), lab (a rehearsal on two cores), full (the real event). */
export interface SurgeProfile {
  readonly description: string;
  /** Arrivals stop here, seconds since the start. */
  readonly arrivalSeconds: number;
  /** People still inside after arrivals stop get at most this long, seconds. */
  readonly drainSeconds: number;
  readonly arrivals: CurveSpec;
  /** Even spacing in place of Poisson arrivals. */
  readonly evenSpacing: boolean;
  readonly phases: readonly Phase[];
  /** VUs; each hosts many users. */
  readonly hosts: number;
  /** Client time-out of one request, milliseconds. */
  readonly clientTimeout: number;
  readonly retry: RetryPolicy;
  /** People waiting longer than this give up with the hazard of `impatienceMedian`; milliseconds. */
  readonly impatienceMedian: number;
  /** Think times are multiplied by this; anything but 1 is said in the report. */
  readonly thinkScale: number;
  /** People gather this long before the embedded waiting room opens its doors, seconds since the first joined; at once when left out. */
  readonly doorsOpenAfter?: number;
  /** Admission tokens per second of the embedded waiting room. */
  readonly admissionTokens: number;
  /** App nodes of the embedded service unless --nodes says otherwise. */
  readonly nodes: number;
}

export interface Surge {
  readonly name: string;
  readonly title: string;
  readonly story: string;
  readonly lanes: readonly Lane[];
  readonly mix: readonly JourneyShare[];
  readonly profiles: Readonly<Record<ProfileName, SurgeProfile>>;
  /** Facts the surge is built on; printed in the report with their source. */
  readonly facts: Readonly<Record<string, Quantity>>;
}

export const PROFILES = ['smoke', 'lab', 'full'] as const;
export type ProfileName = (typeof PROFILES)[number];
