import type { QuantityKind } from './quantity.ts';

/** Limits on latency and errors. Milliseconds of *response* time: since the intended start, as the user feels it. null: no limit. */
export interface StepBudget {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  /** Largest share of attempts that may end in any outcome but `ok`, 0 to 1. */
  readonly errorShare: number | null;
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
  /** … for at least this share of people who joined after the first `announcedGraceSeconds`. */
  readonly minAnnouncedShare: number;
  readonly announcedGraceSeconds: number;
  readonly source: string;
  readonly kind: QuantityKind;
}
