import type { NodeWorld } from '../../capacity/laws/node-world.ts';
import type { Balancer } from '../../results/plan/balancer.ts';
import type { Bursts } from '../../results/plan/bursts.ts';
import { nodesForRate, type UncertainDemand } from '../nodes-for.ts';
import { correctWorld } from './correct-world.ts';

/** What stands in front of the nodes at the peak. */
export interface Traffic {
  readonly balancer: Balancer;
  readonly bursts: Bursts | null;
}

/** A node as it was measured, and the equally likely ways it may be. */
export interface MeasuredWorlds {
  readonly best: NodeWorld;
  readonly worlds: readonly NodeWorld[];
}

/**
 * The same nodes behind a balancer and under bursts, corrected around the number that the most likely of them needs for the peak; the correction of that one holds for all.
 * Refuses like `nodesForRate`.
 */
export function plannedWorlds({ best, worlds }: MeasuredWorlds, { balancer, bursts }: Traffic, demand: UncertainDemand): MeasuredWorlds {
  const setting = { balancer, ...(bursts === null ? {} : { bursts }) };
  const rate = demand.peak.quantile(demand.confidence);
  const corrected = correctWorld({ ...best, ...setting }, demand.target, (world) => nodesForRate(world, rate, demand.target));
  const { corrections = [] } = corrected;
  return { best: corrected, worlds: worlds.map((world) => ({ ...world, ...setting, corrections })) };
}
