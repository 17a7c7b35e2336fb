import { Refusal } from '../../refusal.ts';
import { BALANCERS } from '../../results/plan/balancer.ts';
import type { PlanArrivals, PlanBalancing } from '../../results/plan/plan-traffic.ts';
import { nodesForConfidence, type UncertainDemand } from '../nodes-for.ts';
import type { SizingPolicy } from '../policy.ts';
import { type MeasuredWorlds, plannedWorlds, type Traffic } from './planned-worlds.ts';

/** Bursts that nothing is said about: for a second twice the mean, for a second nothing. */
const POSSIBLE_BURSTS = { factor: 2, share: 0.5, seconds: 1 };

/** The number of nodes the peak alone needs under other traffic; null where none will do. */
function neededWith(measured: MeasuredWorlds, traffic: Traffic, demand: UncertainDemand): number | null {
  try {
    return nodesForConfidence(plannedWorlds(measured, traffic, demand).worlds, demand);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return null;
  }
}

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
