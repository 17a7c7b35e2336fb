import type { CapacityStep } from '../results/plan/capacity.ts';
import { uslFit } from '../scalability/usl-fit.ts';

/** Growth of the throughput with the number of nodes. */
export interface NodeScaling {
  readonly contention: number;
  readonly coherency: number;
  /** False when only one number of nodes was measured; throughput is then assumed to be proportional to it. */
  readonly measured: boolean;
  readonly mostNodes: number;
}

/**
 * The scalability law over nodes, from steps that were driven past saturation: there alone throughput is what the nodes can do.
 * Nodes are taken to add up when fewer than four such steps at three node counts were measured.
 * Source: `uslFit`.
 */
export function nodeScaling(steps: readonly CapacityStep[], saturated: readonly CapacityStep[]): NodeScaling {
  const mostNodes = Math.max(...steps.map((step) => step.nodes));
  const levels = new Set(saturated.map((step) => step.nodes)).size;
  if (levels < 3 || saturated.length < 4) return { contention: 0, coherency: 0, measured: false, mostNodes };
  const { contention, coherency } = uslFit({
    load: saturated.map((step) => step.nodes),
    throughput: saturated.map((step) => step.achievedRate),
  });
  return { contention, coherency, measured: true, mostNodes };
}
