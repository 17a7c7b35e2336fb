import type { NodeWorld } from '../capacity/laws/node-world.ts';
import { zoneServers } from '../reliability/zone-servers.ts';
import type { PlanSituation } from '../results/plan/plan.ts';
import { nodesForRate } from './nodes-for.ts';
import type { SizingPolicy } from './policy.ts';

/**
 * Nodes for a peak on which something else happens, from the nodes the peak alone needs.
 *
 *   one more n + 1 · zone lost z⌈n/(z − 1)⌉ · deploy n + those out
 *   autoscaler: nodes that must run before the surge, for the rate one lag after its start, λ₀ + slope·lag (never more than the peak needs)
 *
 * Source: `zoneServers`; autoscaler lag: demand grows by slope·lag before new capacity counts, so that much must stand ready.
 */
export function situationsOf(needed: number, peakRate: number, world: NodeWorld, policy: SizingPolicy): PlanSituation[] {
  const { zones, deployOut, autoscaler } = policy;
  const situations: PlanSituation[] = [
    { name: 'peak', nodes: needed, reason: `the peak of ${round(peakRate)}/s alone` },
    { name: 'n+1', nodes: needed + 1, reason: 'any one node fails at the peak' },
  ];
  if (zones > 1) {
    const nodes = zoneServers({ needed, zones });
    situations.push({
      name: 'zone-lost',
      nodes,
      reason: `one of ${zones} zones fails, and the other ${nodes - nodes / zones} nodes still carry the peak`,
    });
  }
  situations.push({
    name: 'deploy',
    nodes: needed + deployOut,
    reason: `a release takes ${deployOut} ${deployOut === 1 ? 'node' : 'nodes'} out at the peak`,
  });
  return [...situations, autoscaled(needed, peakRate, world, { ...policy, autoscaler })];
}

function autoscaled(needed: number, peakRate: number, world: NodeWorld, { autoscaler, budget }: SizingPolicy): PlanSituation {
  const { lag, rampTime, rampFrom } = autoscaler;
  const slope = (peakRate * (1 - rampFrom)) / rampTime;
  const reached = Math.min(peakRate, peakRate * rampFrom + slope * lag);
  const nodes = Math.min(needed, nodesForRate(world, reached, budget));
  const reason = `must run before the surge: within the ${lag} s that new nodes take, arrivals grow from ${round(peakRate * rampFrom)} to ${round(reached)}/s`;
  return { name: 'autoscaler', nodes, reason };
}

const round = (rate: number) => Number(rate.toPrecision(4)).toLocaleString('en');
