import { crossing } from '../../numeric/search.ts';
import { ggcDelay } from '../../queueing/general/ggc-delay.ts';
import type { Balancer } from '../../results/plan/balancer.ts';
import type { Bursts } from '../../results/plan/bursts.ts';
import { uslSlowdown } from '../../scalability/usl.ts';
import { type ServiceLaw, scaledService } from './service-law.ts';
import { type SharedStation, sharedThroughput, throughShared } from './shared-station.ts';

/** One way the service may be: what a node can do and how nodes add up. */
export interface NodeWorld {
  readonly service: ServiceLaw;
  /** Requests a node works on at the same time. */
  readonly serversPerNode: number;
  /** Squared coefficient of variation of the time between arrivals: 1 Poisson, 0 even spacing. */
  readonly ca2: number;
  /** How requests come to the nodes. */
  readonly balancer: Balancer;
  /** σ and κ of the scalability law over nodes; 0 when nodes add up. */
  readonly contention: number;
  readonly coherency: number;
  /** What all nodes share, where it limits them. */
  readonly shared?: SharedStation | null;
  /** Bursts of the arrivals; the formula knows nothing of them, the corrections do. */
  readonly bursts?: Bursts;
  /** How far the formula is off, from simulations of some numbers of nodes in rising order; left out: not at all. */
  readonly corrections?: readonly Correction[];
}

/**
 * The formula is right at another load: with these nodes its odds of being busy ρ/(1 − ρ) are to be divided by `odds`. Below 1: requests
 * wait longer than it says.
 */
export interface Correction {
  readonly nodes: number;
  readonly odds: number;
}

/** A pool as one queue sees it. */
export interface Pool {
  readonly service: ServiceLaw;
  readonly servers: number;
  readonly ca2: number;
  /** Share of all arrivals that comes to this pool. */
  readonly share: number;
}

/**
 * The pool that a request sees: all servers where they have one line or nearly so, those of one node where a balancer deals out blindly. The time
 * between arrivals at a node of n has ca²/n in turn (a sum of n), and 1 + (ca² − 1)/n at random (a sum of as many as chance wants).
 *
 * Contention lengthens the service by 1 + σ(n − 1) + κn(n − 1), so that the throughput of n nodes follows the scalability law.
 */
export function poolOf(world: NodeWorld, nodes: number): Pool {
  const { service, serversPerNode, ca2, balancer } = world;
  const longer = uslSlowdown(world, nodes);
  const slowed = longer === 1 ? service : scaledService(service, longer);
  if (balancer === 'shared' || balancer === 'fewest-requests') return { service: slowed, servers: nodes * serversPerNode, ca2, share: 1 };
  return { service: slowed, servers: serversPerNode, ca2: balancer === 'random' ? 1 + (ca2 - 1) / nodes : ca2 / nodes, share: 1 / nodes };
}

/** The pool at an arrival rate, with the wait at what all nodes share in its service; null when the queue there grows without end. */
function loadedPool(world: NodeWorld, nodes: number, rate: number): Pool | null {
  const pool = poolOf(world, nodes);
  if (!world.shared) return pool;
  const service = throughShared(world.shared, pool.service, nodes * world.serversPerNode, rate);
  return service === null ? null : { ...pool, service };
}

/** Odds of a number of nodes, on a line through the logarithms of its neighbours among the corrections. */
function oddsAt(corrections: readonly Correction[], nodes: number): number {
  const after = corrections.findIndex((one) => one.nodes >= nodes);
  const right = corrections[after === -1 ? corrections.length - 1 : after]!;
  const left = corrections[after - 1];
  if (left === undefined || right.nodes <= nodes) return right.odds;
  const along = Math.log(nodes / left.nodes) / Math.log(right.nodes / left.nodes);
  return left.odds ** (1 - along) * right.odds ** along;
}

/** The load at which the formula is right for this one. */
function formulaLoad({ corrections = [] }: NodeWorld, nodes: number, load: number, servers: number): number {
  if (corrections.length === 0) return load;
  return (servers * load) / (load + oddsAt(corrections, nodes) * (servers - load));
}

/** So near to always busy a load is full, and only rounding makes the difference: 35 × 0.04 is not 1.4 in binary. */
const ROUNDING = 1e-9;

/** Arrival rate at which the nodes are always busy. */
export function saturationRate(world: NodeWorld, nodes: number): number {
  const { service, servers, share } = poolOf(world, nodes);
  if (world.shared) return sharedThroughput(world.shared, service.mean, nodes * world.serversPerNode);
  return servers / (service.mean * share);
}

/**
 * Tail of the response time of nodes at an arrival rate, P(R > t), R = W + S; null when the queue grows without end.
 *
 *   P(R > t) = P(S > t) + C·E[e^{−η(t − S)}; S ≤ t],   η = 2(c/S − λ)/(ca² + cs²)
 *
 *   C  probability to wait, Erlang C for Poisson arrivals   c  servers of the pool   λ  arrival rate   S  service time
 *
 * Waits by the heavy-traffic decay, responses by convolution with the service as measured, because percentiles of the two do not add.
 * At the load that the corrections of the world put in the place of the given one. Without: exact for Poisson arrivals and exponential service in one line; else p99 within 3 % at ρ ≥ 0.8 and 10 servers (10 % for even spacing at 0.8), see `ggcErrorBound`.
 * Source: Kingman's heavy-traffic limit with the probability of `ggcDelay`; docs/background/sizing.md.
 */
export function responseTail(world: NodeWorld, nodes: number, rate: number): ((t: number) => number) | null {
  const pool = loadedPool(world, nodes, rate);
  if (pool === null) return null;
  const { service, servers, ca2, share } = pool;
  const given = rate * share * service.mean;
  if (given >= servers * (1 - ROUNDING)) return null;
  const variability = ca2 + service.cs2;
  if (variability === 0) return service.tail;
  const load = formulaLoad(world, nodes, given, servers);
  const delay = ggcDelay({ servers, load, ca2, cs2: service.cs2 });
  const decay = (2 * (servers - load)) / (service.mean * variability);
  return (t) => service.tail(t) + delay * service.delayed(t, decay);
}

/**
 * Relaxation time of the wait: the integral of its autocorrelation, S(ca² + cs²)/(2c(1 − ρ)²), in the unit of the service time. Source:
 * reflected Brownian motion of drift −(1 − ρ) and variance S(ca² + cs²)/c; Whitt 1989, Planning queueing simulations. Infinity at
 * saturation.
 */
export function memoryOf(world: NodeWorld, nodes: number, rate: number): number {
  const pool = loadedPool(world, nodes, rate);
  if (pool === null) return Number.POSITIVE_INFINITY;
  const { service, servers, ca2, share } = pool;
  const spare = Math.max(0, 1 - (rate * share * service.mean) / servers);
  return (service.mean * (ca2 + service.cs2)) / (2 * servers * spare ** 2);
}

/** A percentile (in percent) of the response time; null when the queue grows without end. */
export function responsePercentile(world: NodeWorld, at: { nodes: number; rate: number; percentile: number }): number | null {
  const tail = responseTail(world, at.nodes, at.rate);
  return tail === null ? null : crossing(tail, (100 - at.percentile) / 100, world.service.mean);
}
