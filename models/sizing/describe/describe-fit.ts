import type { CapacityFit } from '../../capacity/fit-capacity.ts';
import { type NodeWorld, responsePercentile } from '../../capacity/laws/node-world.ts';
import { timeAtShare } from '../../capacity/steps/step-histogram.ts';
import type { CapacityFile } from '../../results/plan/capacity.ts';
import type { PlanFit, PlanNode } from '../../results/plan/plan-fit.ts';
import { nearestRank } from '../../statistics/nearest-rank.ts';
import { budgetRate, type LatencyTarget } from '../budget-rate.ts';

/** A node as a plan shows it, with 90 % intervals where it was measured. */
export function describeNode(best: NodeWorld, fit: CapacityFit | null): PlanNode {
  const interval = (of: (world: NodeWorld) => number) => {
    const values = fit?.draws.map(of).sort((a, b) => a - b);
    return { value: of(best), low: values ? nearestRank(values, 0.05) : null, high: values ? nearestRank(values, 0.95) : null };
  };
  return {
    serviceTime: interval((world) => world.service.mean * 1000),
    servers: interval((world) => world.serversPerNode),
    cs2: best.service.cs2,
    ca2: best.ca2,
    balancer: best.balancer,
    contention: best.contention,
    coherency: best.coherency,
  };
}

/** Saturation rates of a node by the models that have one. */
export function spreadOf({ models }: CapacityFit): { low: number; high: number; queue: number } {
  const rates = models.flatMap((model) => (model.saturationRate === null ? [] : [model.saturationRate]));
  return { low: Math.min(...rates), high: Math.max(...rates), queue: models.find((model) => model.name === 'queue')!.saturationRate! };
}

/** How far the number of nodes may be from those measured. */
const MOST_TIMES = 2;

/** Nodes that a ladder over so many vouches for. */
const provenNodes = (measured: number): number => MOST_TIMES * measured;

/** Warning of nodes that were not measured by far; none where only one number of them was, which the fit says itself. */
export function prolonged({ scaling, mostNodes }: CapacityFit, nodes: number): string[] {
  if (!scaling.levels || nodes <= provenNodes(mostNodes)) return [];
  return [
    `nodes were saturated up to ${mostNodes}, the plan has ${nodes}: something that all of them share may saturate on the way; saturate at least ${Math.ceil(nodes / MOST_TIMES)} to know`,
  ];
}

function provenOf({ mostNodes }: CapacityFit, planned: NodeWorld, budget: LatencyTarget): PlanFit['proven'] {
  const nodes = provenNodes(mostNodes);
  return { measured: mostNodes, nodes, withinBudget: budgetRate(planned, nodes, budget) };
}

/** The fit as a plan shows it: every step with its measured and its fitted values, and every model. */
export function planFit(fit: CapacityFit, { target, simulated }: CapacityFile, planned: NodeWorld, budget: LatencyTarget): PlanFit {
  const { percentile } = budget;
  const queue = fit.models.find((model) => model.name === 'queue')!;
  const { low, high } = spreadOf(fit);
  const used = fit.used.map(({ step, rate, warmUpBlocks, histogram, ca2 }, i) => ({
    name: step.name,
    nodes: step.nodes,
    rate,
    offeredRate: step.offeredRate,
    used: true,
    throughput: false,
    reason: null,
    warmUpSeconds: warmUpBlocks * step.blockSeconds,
    mean: histogram.mean * 1000,
    budgeted: timeAtShare(histogram, percentile / 100) * 1000,
    predictedMean: inMs(queue.predicted[i]!),
    predictedBudgeted: inMs(responsePercentile({ ...fit.best, ca2 }, { nodes: step.nodes, rate, percentile })),
  }));
  const refused = fit.refused.map(({ step, reason, throughput }) => ({
    name: step.name,
    nodes: step.nodes,
    rate: step.achievedRate,
    offeredRate: step.offeredRate,
    used: false,
    throughput,
    reason,
    warmUpSeconds: 0,
    mean: null,
    budgeted: null,
    predictedMean: null,
    predictedBudgeted: null,
  }));
  const models = fit.models.map(({ predicted: _, ...model }) => model);
  return {
    target,
    simulated,
    steps: [...used, ...refused],
    models,
    winner: fit.models[0]!.name,
    limit: fit.limit,
    proven: provenOf(fit, planned, budget),
    spread: { low, high },
  };
}

const inMs = (seconds: number | null) => (seconds === null ? null : seconds * 1000);
