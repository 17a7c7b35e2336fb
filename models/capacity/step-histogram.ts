import type { CapacityBlock } from '../results/capacity.ts';
import { bucketMid, countOf, mergeCells, quantile, sortedCells } from '../workload/histogram.ts';

/** Latencies of a step or a part of it; times in seconds. */
export interface StepHistogram {
  readonly count: number;
  readonly mean: number;
  /** Ascending times of the cells, and how many fell into each. */
  readonly times: readonly number[];
  readonly counts: readonly number[];
  readonly quantile: (share: number) => number;
}

/** The blocks' cells as one histogram; blocks may occur several times. */
export function stepHistogram(blocks: readonly CapacityBlock[]): StepHistogram {
  const merged = new Map<number, number>();
  for (const { cells } of blocks) mergeCells(merged, cells);
  const sorted = sortedCells(merged);
  const count = countOf(merged);
  const times = sorted.map(([bucket]) => bucketMid(bucket) / 1000);
  const counts = sorted.map(([, number]) => number);
  return {
    count,
    mean: times.reduce((sum, time, i) => sum + time * counts[i]!, 0) / count,
    times,
    counts,
    quantile: (share) => quantile(sorted, share)! / 1000,
  };
}

/**
 * Share of a histogram beyond a time.
 * @example shareBeyond({ count: 4, times: [1, 2], counts: [3, 1] }, 1) // => 0.25
 */
export function shareBeyond({ count, times, counts }: Pick<StepHistogram, 'count' | 'times' | 'counts'>, time: number): number {
  let beyond = 0;
  for (let i = times.length - 1; i >= 0 && times[i]! > time; i--) beyond += counts[i]!;
  return beyond / count;
}
