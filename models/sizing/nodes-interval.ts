import type { NodeWorld } from '../capacity/laws/node-world.ts';
import { nearestRank } from '../statistics/nearest-rank.ts';
import type { LatencyTarget } from './budget-rate.ts';
import { feasibleWith, nodesForRate, reachable } from './nodes-for.ts';

/**
 * 90 % interval of the number of nodes for one arrival rate: what is not known of the node, in nodes. null: more than 5 % of the worlds keep the budget with no number.
 * From the numbers that equally likely worlds need, their 5th and 95th percentile. Refuses like `nodesForRate` a rate that is out of range.
 */
export function nodesInterval(
  worlds: readonly NodeWorld[],
  rate: number,
  target: LatencyTarget,
): { low: number | null; high: number | null } {
  const counts = worlds.map((world) =>
    feasibleWith(world, target) && reachable(world, rate, target) ? nodesForRate(world, rate, target) : Number.POSITIVE_INFINITY,
  );
  counts.sort((a, b) => a - b);
  const finite = (count: number) => (count === Number.POSITIVE_INFINITY ? null : count);
  return { low: finite(nearestRank(counts, 0.05)), high: finite(nearestRank(counts, 0.95)) };
}
