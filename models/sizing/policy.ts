import type { NodeWorld } from '../capacity/laws/node-world.ts';

/** Decisions of a planner, besides the demand and the node. Times in seconds, rates per second. */
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
  /** Delay of added capacity after demand, and the ramp at the beginning of the surge. */
  readonly autoscaler: { readonly lag: number; readonly rampTime: number; readonly rampFrom: number };
  /** Attempts a client makes after a failed one. */
  readonly retries: number;
  readonly waitingRoom: { readonly queued: number; readonly requestsPerPerson: number; readonly arrivalRate: number };
  readonly prices: { readonly perNodeHour: number; readonly currency: string; readonly hours: number } | null;
}

/**
 * Defaults of the policy. One queue for all nodes is the ideal that a balancer by fewest requests comes close to. The lag of 90 s is 15 s
 * until the autoscaler samples, 30 s until a new node is ready, and 45 s to start. A ramp of 10 minutes from a tenth of the peak is slow.
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
