import type { CapacityBlock, CapacityStep } from '../../../models/results/plan/capacity.ts';
import { bucketOf, encodeCells } from '../../../models/workload/log/histogram.ts';

/** Requests of a step as they were simulated, seconds. */
export interface SimulatedStep {
  readonly arrivals: Float64Array;
  /** NaN: refused at once. */
  readonly responses: Float64Array;
  readonly nodes: number;
  readonly seconds: number;
  readonly spacing: CapacityStep['spacing'];
  /** Workers of all nodes and when they began each request, where the share of the busy ones is measured. */
  readonly workers?: { readonly count: number; readonly starts: Float64Array };
}

/** A step as it would be measured: requests counted in the second in which they were answered, and those that were not when it ended are in no block. */
export function foldedStep({ arrivals, responses, nodes, seconds, spacing, workers }: SimulatedStep): CapacityStep {
  const cells = Array.from({ length: Math.floor(seconds) }, () => new Map<number, number>());
  const failed = cells.map(() => 0);
  const inside = cells.map(() => 0);
  let [offered, answered] = [0, 0];
  arrivals.forEach((arrival, i) => {
    if (arrival >= seconds) return;
    offered++;
    const response = responses[i]!;
    if (Number.isNaN(response)) {
      failed[Math.floor(arrival)]!++;
      return;
    }
    const end = arrival + response;
    for (let second = Math.floor(arrival); second < Math.min(end, cells.length); second++)
      inside[second]! += Math.min(end, second + 1) - Math.max(arrival, second);
    if (end >= seconds) return;
    answered++;
    const bucket = bucketOf(response * 1000);
    const block = cells[Math.floor(end)]!;
    block.set(bucket, (block.get(bucket) ?? 0) + 1);
  });
  const rate = offered / seconds;
  return {
    name: `${nodes === 1 ? '' : `${nodes} × `}${Number((rate / nodes).toPrecision(3))}/s`,
    nodes,
    spacing,
    offeredRate: rate,
    achievedRate: answered / seconds,
    concurrency: inside.reduce((sum, count) => sum + count, 0) / seconds,
    utilisation: workers === undefined ? null : busyShare(arrivals, responses, seconds, workers),
    generator: { valid: true, reason: null },
    blockSeconds: 1,
    blocks: cells.map(
      (block, second): CapacityBlock => ({
        answered: [...block.values()].reduce((sum, count) => sum + count, 0),
        cells: encodeCells(block),
        failed: failed[second]!,
        concurrency: inside[second]!,
      }),
    ),
  };
}

function busyShare(
  arrivals: Float64Array,
  responses: Float64Array,
  seconds: number,
  { count, starts }: Required<SimulatedStep>['workers'],
): number {
  let busy = 0;
  arrivals.forEach((arrival, i) => {
    const end = arrival + responses[i]!;
    if (starts[i]! < seconds && !Number.isNaN(end)) busy += Math.min(seconds, end) - starts[i]!;
  });
  return busy / (seconds * count);
}
