import type { ServiceLaw } from '../../capacity/laws/service-law.ts';
import { exponentialService, lognormalService } from '../../capacity/laws/service-law.ts';
import { Refusal } from '../../refusal.ts';

/** What one request of a class does at a tier. Times in seconds. */
export interface TierWork {
  /** Times it comes to the tier; 0 when it does not. */
  readonly visits: number;
  /** Service time of one visit. */
  readonly law: ServiceLaw | null;
}

/** A tier of a service: nodes with servers and one queue for all of them, or a partner that takes so many requests a second and no more. */
export interface Tier {
  readonly name: string;
  /** Requests that a node works on at a time; Infinity for a partner, where nothing of ours waits. */
  readonly serversPerNode: number;
  readonly nodes: number;
  /** Nodes cannot be added. */
  readonly fixed: boolean;
  /** Nodes that can be had. */
  readonly most: number;
  /** Requests per second that it takes at most; null without such a limit. */
  readonly limit: number | null;
  readonly work: readonly TierWork[];
  /** Tiers, by index, that a server of this one waits for while it holds its place. */
  readonly waitsFor: readonly number[];
  /** Price of a node, in any unit; 1 for each where prices do not matter. */
  readonly price: number;
}

/** Requests of one kind, with a budget from the first tier to the last. */
export interface RequestClass {
  readonly name: string;
  /** Requests for one of what the demand counts. */
  readonly perUnit: number;
  readonly budget: { readonly percentile: number; readonly limit: number };
}

export interface Service {
  readonly classes: readonly RequestClass[];
  readonly tiers: readonly Tier[];
}

/**
 * Service time of a visit from its mean and squared coefficient of variation: 1 exponential, else lognormal, 0 constant.
 * @example serviceLaw(0.02, 1).tail(0.02) // => 0.3678794412
 */
export const serviceLaw = (mean: number, cs2: number): ServiceLaw => (cs2 === 1 ? exponentialService(mean) : lognormalService(mean, cs2));

/**
 * Tiers in an order in which each comes after those it waits for. Refuses tiers that wait for each other.
 * @example waitingOrder([[1], []]) // => [1, 0]
 */
export function waitingOrder(waitsFor: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const open = new Set(waitsFor.keys());
  while (open.size > 0) {
    const next = [...open].find((tier) => waitsFor[tier]!.every((other) => !open.has(other)));
    if (next === undefined) throw new Refusal('out-of-range', 'tiers: must not wait for each other in a circle; leave one waitsFor out');
    order.push(next);
    open.delete(next);
  }
  return order;
}
