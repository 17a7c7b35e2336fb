import { crossing } from '../../numeric/search.ts';
import { erlangC } from '../../queueing/erlang/erlang-c.ts';
import { regularity } from './regular-arrivals.ts';
import { type ServiceLaw, scaledService } from './service-law.ts';
import { type SharedStation, sharedThroughput, throughShared } from './shared-station.ts';

/** One way the service may be: what a node can do and how nodes add up. */
export interface NodeWorld {
  readonly service: ServiceLaw;
  /** Requests a node works on at the same time. */
  readonly serversPerNode: number;
  /** Squared coefficient of variation of the time between arrivals: 1 Poisson, 0 even spacing. */
  readonly ca2: number;
  /** One line for all nodes (an ideal balancer), or one at each node (arrivals dealt out blindly). */
  readonly queue: 'shared' | 'per-node';
  /** σ and κ of the scalability law over nodes; 0 when nodes add up. */
  readonly contention: number;
  readonly coherency: number;
  /** What all nodes share, where it limits them. */
  readonly shared?: SharedStation | null;
}

/** A pool as one queue sees it. */
interface Pool {
  readonly service: ServiceLaw;
  readonly servers: number;
  readonly ca2: number;
  /** Share of all arrivals that comes to this pool. */
  readonly share: number;
}

/** Contention lengthens the service by 1 + σ(n − 1) + κn(n − 1), so that the throughput of n nodes follows the scalability law. */
function poolOf(world: NodeWorld, nodes: number): Pool {
  const { service, serversPerNode, ca2, queue, contention, coherency } = world;
  const longer = 1 + contention * (nodes - 1) + coherency * nodes * (nodes - 1);
  const slowed = longer === 1 ? service : scaledService(service, longer);
  if (queue === 'shared') return { service: slowed, servers: nodes * serversPerNode, ca2, share: 1 };
  return { service: slowed, servers: serversPerNode, ca2: 1 + (ca2 - 1) / nodes, share: 1 / nodes };
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
 *   C  Erlang C of the offered load, times `regularity`   c  servers of the pool   λ  arrival rate   S  service time
 *
 * Waits by the heavy-traffic decay, responses by convolution with the service as measured, because percentiles of the two do not add.
 * Exact for Poisson arrivals and exponential service; else p99 within 3 % at ρ ≥ 0.8 and 10 servers (10 % for even spacing at 0.8), see `ggcErrorBound`.
 * Source: Kingman's heavy-traffic limit with the Erlang delay probability; docs/background/sizing.md.
 */
export function responseTail(world: NodeWorld, nodes: number, rate: number): ((t: number) => number) | null {
  const { service: alone, servers, ca2, share } = poolOf(world, nodes);
  const service = world.shared ? throughShared(world.shared, alone, nodes * world.serversPerNode, rate) : alone;
  if (service === null) return null;
  const load = rate * share * service.mean;
  if (load >= servers * (1 - ROUNDING)) return null;
  const variability = ca2 + service.cs2;
  if (variability === 0) return service.tail;
  const delay = load === 0 ? 0 : erlangC(servers, load) * regularity(ca2, service.cs2, load / servers);
  const decay = (2 * (servers / service.mean - rate * share)) / variability;
  return (t) => service.tail(t) + delay * service.delayed(t, decay);
}

/**
 * Relaxation time of the wait: the integral of its autocorrelation, S(ca² + cs²)/(2c(1 − ρ)²), in the unit of the service time. Source:
 * reflected Brownian motion of drift −(1 − ρ) and variance S(ca² + cs²)/c; Whitt 1989, Planning queueing simulations. Infinity at
 * saturation.
 */
export function memoryOf(world: NodeWorld, nodes: number, rate: number): number {
  const { service: alone, servers, ca2, share } = poolOf(world, nodes);
  const service = world.shared ? throughShared(world.shared, alone, nodes * world.serversPerNode, rate) : alone;
  if (service === null) return Number.POSITIVE_INFINITY;
  const spare = Math.max(0, 1 - (rate * share * service.mean) / servers);
  return (service.mean * (ca2 + service.cs2)) / (2 * servers * spare ** 2);
}

/** A percentile (in percent) of the response time; null when the queue grows without end. */
export function responsePercentile(world: NodeWorld, at: { nodes: number; rate: number; percentile: number }): number | null {
  const tail = responseTail(world, at.nodes, at.rate);
  return tail === null ? null : crossing(tail, (100 - at.percentile) / 100, world.service.mean);
}
