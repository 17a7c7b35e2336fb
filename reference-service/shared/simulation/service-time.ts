import type { Quantity } from '../../../models/workload/surge/quantity.ts';
import type { Lognormal } from './lognormal.ts';

/** Lognormal service time by its median and 99th percentile, with the ground of both. */
export interface ServiceTime {
  readonly p50: Quantity;
  readonly p99: Quantity;
}

/** Size of one app node. */
export interface NodeSize {
  readonly workers: Quantity;
  /** Requests that may wait for a worker. */
  readonly queueLimit: Quantity;
}

/** How many requests may wait for a node: as many as it works off in about three seconds. */
export const queueLimit = (value: number): Quantity => ({
  value,
  unit: 'requests waiting',
  source: 'about 3 s of work of a node: below the 10 s a client waits, so that no request is served whose client has left',
  kind: 'derived',
});

/**
 * SIMULATED. A worker of an app node is held for a time drawn from such a pair (plus the time of the dependency it calls), although
 * the real work takes less than a millisecond: so one machine stands for a row of servers, queueing is real, and the capacity is known.
 */
export function milliseconds(p50: number, p99: number, source: string): ServiceTime {
  return { p50: { value: p50, unit: 'ms', source, kind: 'assumed' }, p99: { value: p99, unit: 'ms', source, kind: 'assumed' } };
}

/** The numbers alone, for drawing. */
function lognormalOf({ p50, p99 }: ServiceTime): Lognormal {
  return { p50: p50.value, p99: p99.value };
}

/** A table of service times for drawing. */
export function drawable<Step extends string>(times: Readonly<Record<Step, ServiceTime>>): Readonly<Record<Step, Lognormal>> {
  const drawn = Object.entries<ServiceTime>(times).map(([step, time]) => [step, lognormalOf(time)]);
  return Object.fromEntries(drawn) as Record<Step, Lognormal>;
}
