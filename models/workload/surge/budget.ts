import type { PeopleLimits } from './people-limits.ts';
import type { QuantityKind } from './quantity.ts';

/** Limits on latency and errors. Milliseconds of *response* time: since the intended start, as the user feels it. null: no limit. */
export interface StepBudget {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  /** Largest share of attempts that may end in any outcome but `ok`, 0 to 1. */
  readonly errorShare: number | null;
  /** Longest time without a break in which the answers may be over the limit on p95, milliseconds; null: no limit. */
  readonly stretch: number | null;
  /** Longest time without a break in which far more attempts may fail than `errorShare` allows, milliseconds; null: no limit. */
  readonly burst: number | null;
  /** Below this number of samples the criterion is INCONCLUSIVE, never a pass. */
  readonly minSamples: number;
  /** Where the numbers are from. */
  readonly source: string;
  readonly kind: QuantityKind;
}

/** Limits on a journey from arriving to its end, milliseconds, waiting and thinking included. */
export interface JourneyBudget {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  /** Smallest share of the people that must reach the end, 0 to 1. */
  readonly servedShare: number | null;
}

export interface Budgets {
  /** By name of the step. */
  readonly steps: Readonly<Record<string, StepBudget>>;
  /** By name of the journey. */
  readonly journeys: Readonly<Record<string, JourneyBudget>>;
  /** On what becomes of everybody; the usual limits unless given. */
  readonly people?: PeopleLimits;
}

/** Limits on the waiting room (shares 0 to 1). */
export interface QueueLimits {
  /** Largest share of admitted people overtaken by somebody who joined later in the same lane. */
  readonly maxInversionShare: number;
  /** Smallest Kendall rank correlation between ticket order and admission order. */
  readonly minKendallTau: number;
  readonly maxLostPlaces: number;
  readonly maxAbandonedShare: number;
  /** The announced waiting time must be within this relative error … */
  readonly maxAnnouncedError: number;
  /** … for at least this share of people who joined after the first `announcedGraceSeconds`; null for a room that announces nothing. */
  readonly minAnnouncedShare: number | null;
  readonly announcedGraceSeconds: number;
  /** Longest wait of anybody in any lane, and largest difference between the median waits of lanes, milliseconds. Left out: no limit. */
  readonly longestWait?: number;
  readonly laneDifference?: number;
  readonly source: string;
  readonly kind: QuantityKind;
}
