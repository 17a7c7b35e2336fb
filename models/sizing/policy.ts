import type { Balancer } from '../results/plan/balancer.ts';
import type { Dispersion } from './traffic/bursts-from-dispersion.ts';

/** What is known of the arrivals at the peak. */
export interface Arrivals {
  /** Squared coefficient of variation of the time between arrivals, bursts apart: 1 Poisson, 0 even spacing. */
  readonly ca2: number;
  /** Counts that show bursts; empty when there are none. */
  readonly dispersion: readonly Dispersion[];
  /** Where this is known from. */
  readonly ground: string;
}

/** Decisions of a planner, besides the demand and the node. Times in seconds, rates per second. */
export interface SizingPolicy {
  /** Probability with which the budget is to hold at the peak. */
  readonly confidence: number;
  readonly budget: { readonly percentile: number; readonly limit: number };
  /** null: not known; planned for the worst, `random`. */
  readonly balancer: Balancer | null;
  /** null: not known; planned for Poisson arrivals. */
  readonly arrivals: Arrivals | null;
  /** Equal zones, of which one may fail; 1: none may. */
  readonly zones: number;
  /** Nodes out of service while a release is rolled out. */
  readonly deployOut: number;
  /** Delay of added capacity after demand, and the ramp at the beginning of the surge. */
  readonly autoscaler: { readonly lag: number; readonly rampTime: number; readonly rampFrom: number };
  /** Attempts a client makes after a failed one. */
  readonly retries: number;
  /** null: nobody waits in front of the service. */
  readonly waitingRoom: { readonly queued: number; readonly requestsPerPerson: number; readonly arrivalRate: number } | null;
  readonly prices: { readonly perNodeHour: number; readonly currency: string; readonly hours: number } | null;
}

/** The balancer that is planned for when none is named: no other that is in use needs more nodes. */
export const WORST_BALANCER: Balancer = 'random';

/**
 * Defaults of the policy. The lag of 90 s is 15 s until the autoscaler samples, 30 s until a new node is ready, and 45 s to start. A ramp of
 * 10 minutes from a tenth of the peak is slow.
 */
export const USUAL_POLICY: Omit<SizingPolicy, 'budget'> = {
  confidence: 0.95,
  balancer: null,
  arrivals: null,
  zones: 3,
  deployOut: 1,
  autoscaler: { lag: 90, rampTime: 600, rampFrom: 0.1 },
  retries: 3,
  waitingRoom: null,
  prices: null,
};
