import type { CurveSpec } from '../arrivals/curve-spec.ts';
import type { AuditSpec } from '../audit/audit-spec.ts';
import type { RetryPolicy } from '../users/retry-policy.ts';
import type { PlannedFault, RecoveryLimit } from './fault.ts';
import type { Quantity } from './quantity.ts';

/*
 * A surge as it is run, judged and kept in the manifest: all values, no functions, milliseconds and shares as plain numbers.
 * It is resolved from what a team wrote (models/definition/); nothing here knows a service.
 */

/** A named part of a run. Only judged phases count for budgets. */
export interface Phase {
  readonly name: string;
  /** Seconds since the start of the run; a phase lasts until the next begins. */
  readonly from: number;
  readonly judged: boolean;
}

/** A lane of the waiting room. */
export interface Lane {
  readonly name: string;
  /** Admission tokens one person costs. */
  readonly cost: number;
}

/** One request of a journey or of the waiting room. */
export interface Step {
  /** Stable identifier in logs, budgets and reports. */
  readonly name: string;
  /** What a person does, in words for a report. */
  readonly title: string;
  /** Made by the engine in front of the journeys: joining, polling, leaving. */
  readonly room: boolean;
  /** Nothing is missing when nobody came here. */
  readonly rare: boolean;
  /** Values by which the step is split in the report. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

export interface Journey {
  readonly name: string;
  readonly title: string;
  /** Share of arrivals, 0 to 1; the shares of a surge add up to 1. */
  readonly share: number;
  /** Lane it starts in; null without a waiting room. */
  readonly lane: string | null;
}

/** What a forecast counts. */
export interface Demand {
  readonly unit: string;
  readonly step: string;
  /** How often one person of the mix makes it, on average: forecast rate / perPerson = people per second. */
  readonly perPerson: number;
}

/** How many times faster the clocks of a service's rules run than in life, so that a short run sees them end; 1 is life. */
export interface RuleSpeed {
  /** Of rules that last seconds or minutes, such as the life of a code. */
  readonly minutes: number;
  /** Of rules that last hours or days, such as a block. */
  readonly hours: number;
}

/** Size of the reference service; a target of its own has none. */
export interface ServiceSize {
  readonly nodes: number;
  /** Admission tokens per second of the waiting room. */
  readonly admissionTokens: number;
  /** Seconds from the first who joins to the opening of the doors; 0: open at once. */
  readonly doorsOpenAfter: number;
  /** Seconds from the first visitor to the close of a service with a deadline; it stays open when left out. */
  readonly closesAfter?: number;
  /** Left out: as in life. */
  readonly ruleSpeed?: RuleSpeed;
}

/** One size of a surge. */
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
  /** Patience in line is exponential with this median from joining on, milliseconds. */
  readonly impatienceMedian: number;
  /** Think times are multiplied by this; anything but 1 is said in the report. */
  readonly thinkScale: number;
  /** Share of the people who send a request with an idempotency key twice, 0 to 1; nobody when left out. */
  readonly doubleTaps?: number;
  /** null for a target that surgeproof does not start. */
  readonly service: ServiceSize | null;
  /** What is broken on purpose, and when; left out when nothing is. The judgement of budgets never looks at it. */
  readonly faults?: readonly PlannedFault[];
  /** Left out without a limit. */
  readonly recovery?: RecoveryLimit;
}

/** A value that nobody gave and that matters for the result. */
export interface Assumption {
  /** Where it would stand: `steps.items.p95`, `profiles.smoke.drain`. */
  readonly path: string;
  /** As a person writes it: `1 s`. */
  readonly value: string;
}

export interface Surge {
  readonly name: string;
  readonly title: string;
  readonly story: string;
  /** Empty without a waiting room. */
  readonly lanes: readonly Lane[];
  readonly journeys: readonly Journey[];
  /** In the order of the file; those of the waiting room first. */
  readonly steps: readonly Step[];
  readonly demand: Demand | null;
  /** Facts the surge is built on; printed in the report with their source. */
  readonly facts: Readonly<Record<string, Quantity>>;
  readonly assumed: readonly Assumption[];
  /** What is compared after the run with records of the service; left out where the surge says nothing. */
  readonly audit?: AuditSpec | undefined;
}
