import type { Arrivals, System } from '../simulator/system.ts';

/** A step of the ladder that is measured. */
export interface LadderStep {
  readonly nodes: number;
  /** Arrivals per second. */
  readonly rate: number;
  readonly seconds: number;
}

/** A question of size about a system of which everything is known, and how a team would measure it. Seconds throughout. */
export interface SystemQuestion {
  readonly number: number;
  readonly system: System;
  /** Arrivals at the peak. */
  readonly arrivals: Arrivals;
  readonly peakRate: number;
  readonly target: { readonly percentile: number; readonly limit: number };
  readonly ladder: readonly LadderStep[];
  readonly spacing: 'poisson' | 'even';
  /** Requests a node holds at most. */
  readonly room: number;
  /** Whether the share of busy workers is measured. */
  readonly meter: boolean;
  /** Where the limit lies that all nodes share, if there is one. */
  readonly shared: SharedLimit;
}

/**
 * Place of the limit of the database. `below`: saturated in the ladder, above the peak · `above`: saturated in the ladder, below the peak ·
 * `beyond`: more than all measured nodes can do, below the peak · `far`: more than the peak needs.
 */
export type SharedLimit = 'none' | 'below' | 'above' | 'beyond' | 'far';
