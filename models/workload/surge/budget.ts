import type { StepName } from './step.ts';

/** The latency and error budget of one step. Milliseconds of *response* time: since the intended start, as the user feels it. */
export interface StepBudget {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Largest share of attempts that may end in any outcome but `ok`, 0 to 1. */
  readonly errorShare: number;
  /** Below this number of samples the criterion is INCONCLUSIVE, never a pass. */
  readonly minSamples: number;
  /** Where the numbers are from. */
  readonly source: string;
  readonly kind: 'stated' | 'measured' | 'derived' | 'assumed';
}

export type Budgets = Readonly<Partial<Record<StepName, StepBudget>>>;

/** Gates on the waiting line (shares 0 to 1, times in milliseconds). */
export interface QueueGates {
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
  readonly kind: 'stated' | 'measured' | 'derived' | 'assumed';
}
