import type { Cells } from '../../workload/log/measurement-log.ts';

/** A stretch of a step. */
export interface CapacityBlock {
  /** Requests answered in it; those that failed are not among them. */
  readonly answered: number;
  /** Requests that failed in it: errors, time-outs, refused connections. Left out in files that do not know. */
  readonly failed?: number;
  /** Mean number of requests in progress during it; left out or null when not measured. */
  readonly concurrency?: number | null;
  /** Response times of the answered ones, as the flat delta-coded cells of the measurement log (milliseconds). */
  readonly cells: Cells;
}

/** One step of the ladder: a steady arrival rate, measured. */
export interface CapacityStep {
  readonly name: string;
  /** Nodes that served it. */
  readonly nodes: number;
  /** Spacing of the arrivals: `poisson` as real users arrive, `even` as load generators do by default. */
  readonly spacing: 'poisson' | 'even';
  /** `closed`: a fixed number of clients, each of which waits for its answer before it sends again; left out: `open`. */
  readonly loop?: 'open' | 'closed';
  /** Arrivals per second that were meant to be, and that were answered. */
  readonly offeredRate: number;
  readonly achievedRate: number;
  /** Mean number of requests in progress; null when not measured. */
  readonly concurrency: number | null;
  /** Mean share of the busiest resource in use, 0 to 1; null when not measured. */
  readonly utilisation: number | null;
  /** False when the load generator was the bottleneck; the step then carries no information about the target. */
  readonly generator: { readonly valid: boolean; readonly reason: string | null };
  readonly blockSeconds: number;
  /** In order of time, warm-up included. */
  readonly blocks: readonly CapacityBlock[];
}

/** `capacity.json`: a ladder of steps, without judgement. */
export interface CapacityFile {
  readonly schema: 'surgeproof/capacity';
  readonly version: 1;
  readonly target: string;
  /** Marked in every report: service times of the target were simulated. */
  readonly simulated: boolean;
  readonly measuredAt: string;
  readonly steps: readonly CapacityStep[];
}
