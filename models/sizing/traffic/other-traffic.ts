import type { NodeWorld } from '../../capacity/laws/node-world.ts';
import { BALANCERS } from '../../results/plan/balancer.ts';
import type { PlanArrivals, PlanBalancing } from '../../results/plan/plan-traffic.ts';
import type { UncertainDemand } from '../nodes-for.ts';
import type { SizingPolicy } from '../policy.ts';
import { neededWith } from './needed-with.ts';
import type { MeasuredWorlds, Traffic } from './planned-worlds.ts';

/** Bursts that nothing is said about: for a second twice the mean, for a second nothing. */
const POSSIBLE_BURSTS = { factor: 2, share: 0.5, seconds: 1 };

/** Nodes for the peak alone behind each balancer where none is named, so that naming one has a price. */
export function balancingOf(
  measured: MeasuredWorlds,
  { traffic, needed }: { traffic: Traffic; needed: number },
  demand: UncertainDemand,
  policy: SizingPolicy,
): PlanBalancing {
  const named = policy.balancer !== null;
  const compared = named ? [traffic.balancer] : BALANCERS;
  const nodesWith = (balancer: Traffic['balancer']) =>
    balancer === traffic.balancer ? needed : neededWith(measured, { ...traffic, balancer }, demand);
  return { balancer: traffic.balancer, named, needed: compared.map((balancer) => ({ balancer, nodes: nodesWith(balancer) })) };
}

/** The arrivals that are planned for and, where nothing is known of them, what bursts would cost. */
export function arrivalsOf(measured: MeasuredWorlds, traffic: Traffic, demand: UncertainDemand, policy: SizingPolicy): PlanArrivals {
  const { arrivals } = policy;
  if (arrivals !== null) return { ca2: arrivals.ca2, bursts: traffic.bursts, ground: arrivals.ground, ifBursts: null };
  const nodes = neededWith(measured, { ...traffic, bursts: POSSIBLE_BURSTS }, demand);
  return { ca2: measured.best.ca2, bursts: null, ground: null, ifBursts: { ...POSSIBLE_BURSTS, nodes } };
}

/** Nodes for the peak alone if arrivals were calmer: without the bursts that are planned for, else evenly spaced; null where they are known and have none. */
export function calmerOf(
  { best, worlds }: MeasuredWorlds,
  traffic: Traffic,
  demand: UncertainDemand,
  { arrivals }: SizingPolicy,
): { label: string; nodes: number | null } | null {
  if (traffic.bursts !== null) return { label: 'no bursts', nodes: neededWith({ best, worlds }, { ...traffic, bursts: null }, demand) };
  if (arrivals !== null) return null;
  const even = (world: NodeWorld): NodeWorld => ({ ...world, ca2: 0 });
  return { label: 'even, ca² 0', nodes: neededWith({ best: even(best), worlds: worlds.map(even) }, traffic, demand) };
}
