import { type NodeWorld, saturationRate } from '../../capacity/laws/node-world.ts';
import { Refusal } from '../../refusal.ts';
import { budgetRate, type LatencyTarget } from '../budget-rate.ts';
import type { PeakDistribution } from '../peak-distribution.ts';

/** Nodes tried at most: a table of a plan ends near its own number. */
const MOST_NODES = 20_000;

const ROUNDING = 1e-9;

/** The rates that numbers of nodes hold, each worked out once. */
export interface NodeTable {
  /** λ*(n) of each equally likely node. */
  rates(nodes: number): readonly number[];
  /** Probability that nodes keep the budget at a demand: the mean over the worlds of P(demand ≤ λ*(n)). */
  kept(nodes: number, demand: PeakDistribution): number;
  /** Smallest number of nodes that keeps the budget at a demand with a confidence. */
  nodesFor(demand: PeakDistribution, confidence: number): number;
}

/** Remembers what numbers of nodes hold: hundreds of hours ask for the same few numbers. Refuses (`infeasible`) what 20,000 nodes do not hold. */
export function nodeTable(worlds: readonly NodeWorld[], target: LatencyTarget): NodeTable {
  // No more than n times what the fastest node does alone: fewer nodes need not be tried.
  const fastest = Math.max(...worlds.map((world) => saturationRate({ ...world, contention: 0, coherency: 0 }, 1)));
  const known = new Map<number, readonly number[]>();
  const table: NodeTable = {
    rates(nodes) {
      const rates = known.get(nodes) ?? worlds.map((world) => budgetRate(world, nodes, target));
      known.set(nodes, rates);
      return rates;
    },
    kept: (nodes, demand) => table.rates(nodes).reduce((sum, rate) => sum + demand.share(rate), 0) / worlds.length,
    nodesFor(demand, confidence) {
      const least = Math.max(1, Math.ceil(demand.quantile(confidence) / fastest - ROUNDING));
      for (let nodes = least; nodes <= MOST_NODES; nodes++) if (table.kept(nodes, demand) >= confidence) return nodes;
      throw new Refusal('infeasible', `infeasible: no number of nodes up to ${MOST_NODES} holds the demand of every hour`);
    },
  };
  return table;
}
