import type { Duration } from '../../../models/simulation/duration.ts';
import type { RandomStream } from '../../../models/simulation/random-stream.ts';

export interface SimulatedQueue {
  readonly servers: number;
  /** Places to wait; Infinity when there is no bound. */
  readonly room: number;
  /** Customers who come for the first time; the first tenth is warm-up. */
  readonly customers: number;
  readonly interarrival: Duration;
  readonly service: Duration;
  /** Longest wait of a customer before leaving the line; absent when nobody leaves. */
  readonly patience?: Duration;
  /** What those do who find no place or leave the line. */
  readonly retry?: RetryBehaviour;
}

export interface RetryBehaviour {
  readonly pause: Duration;
  /** Retries after the first attempt at most; Infinity when there is no bound. */
  readonly most: number;
  /** Chance to give up after a retry that failed. */
  readonly leaveProbability: number;
  readonly random: RandomStream;
}
