import type { CapacityStep } from '../../results/plan/capacity.ts';
import { countedStep } from '../steps/counted-step.ts';
import { type SaturatedStep, saturatedStep } from '../steps/saturated-step.ts';
import { type RefusedStep, type SteadyStep, steadyStep } from '../steps/steady-step.ts';
import { closedSteps } from './closed-loop.ts';
import { collapsedSteps } from './collapsed-steps.ts';
import { contradictionsIn } from './contradictions.ts';
import { countedErrors } from './counted-errors.ts';
import { demandOfSteps } from './demand-of-steps.ts';
import { failingSteps } from './failing-steps.ts';
import { outOfOrder } from './out-of-order.ts';

/** Steps of a ladder by what can be learnt from them. */
export interface SortedSteps {
  /** Response times and rates. */
  readonly steady: readonly SteadyStep[];
  /** Highest rate that was answered without a growing queue, at any number of nodes. */
  readonly answered: number;
  /** What the nodes can do at most. */
  readonly saturated: readonly SaturatedStep[];
  /** All others, and those of which throughput alone counts, with reasons. */
  readonly refused: readonly RefusedStep[];
  /** Requests per second that utilisation allows a node; null when it does not tell. */
  readonly mostPerNode: number | null;
  readonly warnings: readonly string[];
}

/**
 * The one gate before a fit: each step is used, used for its throughput, or left out with the numbers that contradict each other.
 * Refuses (`no-answer`) a ladder most of whose steps contradict themselves.
 */
export function sortSteps(steps: readonly CapacityStep[]): SortedSteps {
  const valid = steps.filter((step) => step.generator.valid).map(countedStep);
  const contradicted = contradictionsIn(valid);
  const closed = closedSteps(valid);
  const failing = failingSteps(valid);
  const judged = steps.map((step): SteadyStep | RefusedStep => {
    const contradiction = contradicted.get(step);
    if (contradiction !== undefined) return { step, reason: contradiction, throughput: false };
    const special = failing.get(step) ?? closed.get(step);
    return special === undefined ? steadyStep(step) : { step, ...special };
  });
  const steady = judged.filter((one): one is SteadyStep => 'histogram' in one);
  const demand = demandOfSteps(steady);
  const ordered = steady.filter(({ step }) => !demand.contradicted.has(step));
  const disordered = outOfOrder(ordered);
  const left = ordered.filter(({ step }) => !disordered.has(step));
  const fewest = fewestNodes(left);
  const refused = judged.filter((one): one is RefusedStep => 'reason' in one);
  const past = refused.filter(({ throughput }) => throughput).map(({ step }) => saturatedStep(countedStep(step)));
  const { collapsed, warnings } = collapsedSteps(past, left);
  const without = (reasons: ReadonlyMap<CapacityStep, string>) =>
    [...reasons].map(([step, reason]): RefusedStep => ({ step, reason, throughput: false }));
  const allRefused = [
    ...refused.filter(({ step }) => !collapsed.has(step)),
    ...without(demand.contradicted),
    ...without(disordered),
    ...without(collapsed),
    ...without(
      new Map(
        left.filter(({ step }) => fewest !== null && step.nodes !== fewest).map(({ step }) => [step, behindBalancer(step.nodes, fewest!)]),
      ),
    ),
  ];
  return {
    steady: left.filter(({ step }) => step.nodes === fewest || fewest === null),
    answered: Math.max(0, ...left.map(({ rate }) => rate)),
    saturated: past.filter(({ step }) => !collapsed.has(step)),
    refused: allRefused,
    mostPerNode: demand.mostPerNode,
    warnings: [...(demand.warning === null ? [] : [demand.warning]), ...countedErrors(allRefused), ...warnings],
  };
}

/** Steps of as many nodes that determine a node by themselves. */
const LEAST_STEPS = 3;

/** Smallest number of nodes with enough steps; null when no number has: then all steps must do. */
function fewestNodes(steps: readonly SteadyStep[]): number | null {
  const counts = [...new Set(steps.map(({ step }) => step.nodes))].sort((a, b) => a - b);
  return counts.find((nodes) => steps.filter(({ step }) => step.nodes === nodes).length >= LEAST_STEPS) ?? null;
}

const behindBalancer = (nodes: number, fewest: number) =>
  `response times of ${nodes} nodes depend on the balancer too: those of ${fewest} ${fewest === 1 ? 'node' : 'nodes'} are fitted`;
