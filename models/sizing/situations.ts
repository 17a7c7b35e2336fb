import type { NodeWorld } from '../capacity/laws/node-world.ts';
import { Refusal } from '../refusal.ts';
import type { PlanSituation } from '../results/plan/plan.ts';
import type { KeptNodes } from './kept-nodes.ts';
import { type Loss, lossesOf, nodesLeaving } from './losses.ts';
import { nodesForConfidence, type UncertainDemand } from './nodes-for.ts';
import type { SizingPolicy } from './policy.ts';

/**
 * Nodes for a peak on which something else happens: all that run keep the budget, and so do those that are left.
 *
 *   one more n − 1 · zone lost n − n/z, n a multiple of z · deploy n − those out
 *   autoscaler: nodes that must run before the surge, for the rate one lag after its start, λ₀ + slope·lag (never more than the peak needs)
 *
 * Refuses (`infeasible`) a loss that no number of nodes survives, as more nodes may slow one another down, with the numbers that keep the peak alone.
 * Source: `keptNodes`; autoscaler lag: demand grows by slope·lag before new capacity counts, so that much must stand ready.
 */
export function situationsOf(
  kept: KeptNodes,
  { worlds, demand, policy }: { worlds: readonly NodeWorld[]; demand: UncertainDemand; policy: SizingPolicy },
): PlanSituation[] {
  const peakRate = demand.peak.quantile(demand.confidence);
  const losses = lossesOf(policy).map((loss) => ({ loss, nodes: nodesLeaving(kept.least, loss) }));
  const impossible = losses.filter(({ loss, nodes }) => !kept.holds(nodes) || !kept.holds(loss.left(nodes)));
  if (impossible.length > 0) throw outOfRange(kept, impossible, policy);
  return [
    { name: 'peak', nodes: kept.least, reason: `the peak of ${round(peakRate)}/s alone` },
    ...losses.map(({ loss, nodes }) => ({ name: loss.name, nodes, reason: loss.reason(nodes) })),
    autoscaled(kept.least, { worlds, demand, policy }),
  ];
}

function outOfRange(
  kept: KeptNodes,
  impossible: readonly { readonly loss: Loss; readonly nodes: number }[],
  { budget, confidence }: SizingPolicy,
): Refusal {
  const most = kept.mostBelow(Math.min(...impossible.map(({ nodes }) => nodes)));
  const range = most > kept.least ? `${kept.least} to ${most} nodes keep` : `${most} ${most === 1 ? 'node keeps' : 'nodes keep'}`;
  const needs = impossible.map(({ loss, nodes }) => `${loss.subject} needs ${nodes}`).join(', ');
  const without = impossible.map(({ loss }) => loss.remedy).join(', ');
  return new Refusal(
    'infeasible',
    `infeasible: ${range} p${budget.percentile} within ${round(budget.limit * 1000)} ms with ${round(100 * confidence)} % confidence, and ${needs}; more nodes slow one another down: remove the contention, shorten the service, or plan without it (${without})`,
  );
}

function autoscaled(
  needed: number,
  { worlds, demand, policy }: { worlds: readonly NodeWorld[]; demand: UncertainDemand; policy: SizingPolicy },
): PlanSituation {
  const { lag, rampTime, rampFrom } = policy.autoscaler;
  const reached = Math.min(1, rampFrom + ((1 - rampFrom) * lag) / rampTime);
  const { peak } = demand;
  const early = { quantile: (p: number) => peak.quantile(p) * reached, share: (rate: number) => peak.share(rate / reached) };
  const nodes = Math.min(needed, nodesForConfidence(worlds, { ...demand, peak: early }));
  const peakRate = peak.quantile(demand.confidence);
  const reason = `must run before the surge: within the ${lag} s that new nodes take, arrivals grow from ${round(peakRate * rampFrom)} to ${round(peakRate * reached)}/s`;
  return { name: 'autoscaler', nodes, reason };
}

const round = (rate: number) => Number(rate.toPrecision(4)).toLocaleString('en');
