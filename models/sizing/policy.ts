import type { NodeWorld } from '../capacity/node-world.ts';

/** What a planner decides, besides the demand and the machine. Times in seconds, rates per second. */
export interface SizingPolicy {
  /** Probability with which the budget is to hold at the peak. */
  readonly confidence: number;
  readonly budget: { readonly percentile: number; readonly limit: number };
  readonly queue: NodeWorld['queue'];
  /** Variability of the arrivals. */
  readonly ca2: number;
  /** Equal zones, of which one may fail; 1: none may. */
  readonly zones: number;
  /** Nodes out of service while a release is rolled out. */
  readonly deployOut: number;
  /** How late capacity follows demand, and how the surge begins. */
  readonly autoscaler: { readonly lag: number; readonly rampTime: number; readonly rampFrom: number };
  /** Attempts a client makes after a failed one. */
  readonly retries: number;
  readonly waitingRoom: { readonly queued: number; readonly requestsPerPerson: number; readonly arrivalRate: number };
  readonly prices: { readonly perNodeHour: number; readonly currency: string; readonly hours: number } | null;
}

/**
 * What is assumed until a planner says otherwise. One line for all nodes is the ideal that a balancer by fewest requests comes close to; 90 s are 15 s until an autoscaler
 * looks, 30 s until it trusts a new node, and a start of 45 s; a ramp of 10 minutes from a tenth of the peak is a slow one.
 */
export const USUAL_POLICY: Omit<SizingPolicy, 'budget'> = {
  confidence: 0.95,
  queue: 'shared',
  ca2: 1,
  zones: 3,
  deployOut: 1,
  autoscaler: { lag: 90, rampTime: 600, rampFrom: 0.1 },
  retries: 3,
  waitingRoom: { queued: 40_000, requestsPerPerson: 1, arrivalRate: 0 },
  prices: null,
};
