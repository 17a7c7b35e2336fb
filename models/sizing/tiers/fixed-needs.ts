import { type ServiceModel, serviceModel } from './carried-rate.ts';
import { cheapestNodes } from './cheapest-nodes.ts';
import type { Service, Tier } from './service.ts';

/** Times the servers of a fixed tier that are looked at: a database twenty times as large is another design. */
const LARGEST = 20;

/** What a peak needs, and the service with which it is enough. */
export interface NeededNodes {
  /** What is fixed, and every limit, is enough as it is. */
  readonly asItIs: boolean;
  /** The service: as it is, or with single servers in the place of fixed nodes, and no limits. */
  readonly service: Service;
  /** Nodes of each tier of that service. */
  readonly nodes: readonly number[];
}

/** A fixed tier as single servers of which there may be any number, a partner without its limit. */
function opened(tier: Tier): Tier {
  if (tier.limit !== null) return { ...tier, limit: null };
  if (!tier.fixed) return tier;
  const servers = tier.nodes * tier.serversPerNode;
  return { ...tier, fixed: false, serversPerNode: 1, nodes: servers, most: LARGEST * servers, price: tier.price / tier.serversPerNode };
}

/**
 * What every tier needs at a peak: nodes where they can be added; where these alone do not carry it, also servers of the fixed tiers, as if any
 * number could be had and no limit were in the way. null where the service times alone break a budget, or more would be needed than can be had.
 */
export function neededNodes(model: ServiceModel, rate: number): NeededNodes | null {
  const { service } = model;
  const asItIs = cheapestNodes(model, rate);
  if (asItIs !== null) return { asItIs: true, service, nodes: asItIs.nodes };
  const open = { classes: service.classes, tiers: service.tiers.map(opened) };
  const found = cheapestNodes(serviceModel(open), rate);
  return found === null ? null : { asItIs: false, service: open, nodes: found.nodes };
}

/** Servers that a fixed tier needs; what it has where that is enough. */
export function neededServers({ asItIs, nodes }: NeededNodes, { nodes: own, serversPerNode }: Tier, index: number): number {
  return asItIs ? own * serversPerNode : Math.max(own * serversPerNode, nodes[index]!);
}
