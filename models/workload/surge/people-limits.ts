import type { QuantityKind } from './quantity.ts';

/** Limits on what becomes of everybody who arrives, over all phases (shares 0 to 1). */
export interface PeopleLimits {
  /**
   * Smallest share of the people who must reach the end, or be turned away with an answer that the surge accepts. People whose patience
   * with the queue ended are judged by `maxAbandonedShare` of the queue, and here as far as they are more than that allows.
   */
  readonly servedShare: number;
  /** Largest share of the arrivals that may still be in the queue, or wait for an answer, when the run ends. */
  readonly leftShare: number;
  /** Largest share of the arrivals that may still be in their think times when the run ends. */
  readonly unfinishedShare: number;
  /** Where the numbers are from. */
  readonly source: string;
  readonly kind: QuantityKind;
}

/** What holds where a surge says nothing; explained in docs/reference/budgets.md. */
export const PEOPLE_LIMITS: PeopleLimits = {
  servedShare: 0.99,
  leftShare: 0.01,
  unfinishedShare: 0.01,
  source: 'default of surgeproof (docs/reference/budgets.md)',
  kind: 'assumed',
};
