import type { Duration } from './duration.ts';
import { replaceRoot } from './replace-root.ts';

export interface FcfsQueue {
  readonly servers: number;
  /** Customers simulated, from an empty system. */
  readonly customers: number;
  readonly interarrival: Duration;
  readonly service: Duration;
}

/**
 * Waits of the customers of a first-come-first-served queue with equal servers, in order of arrival.
 * Used where no formula is safe, and to check those that are used.
 *
 *   customer n starts at max(A_n, earliest time a server is free)
 *
 * Kiefer–Wolfowitz on a binary heap of the times the servers get free: no events, 2 million customers a second or more with 100 servers.
 * Valid for: any interarrival and service times, no abandonment and unbounded room (`simulateQueue` has those).
 * @example Array.from(fcfsWaits({ servers: 1, customers: 3, interarrival: () => 1, service: () => 2 })) // => [0, 1, 2]
 */
export function fcfsWaits({ servers, customers, interarrival, service }: FcfsQueue): Float64Array {
  const free = new Float64Array(servers);
  const waits = new Float64Array(customers);
  const heap = { from: 0, size: servers };
  let now = 0;
  for (let customer = 0; customer < customers; customer++) {
    now += interarrival();
    const start = Math.max(now, free[0]!);
    waits[customer] = start - now;
    replaceRoot(free, heap, start + service());
  }
  return waits;
}
