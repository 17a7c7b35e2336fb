import type { CapacityBlock } from '../../results/plan/capacity.ts';
import { bucketMid, decodeCells } from '../../workload/log/histogram.ts';

/** Latencies of a step or a part of it; times in seconds. */
export interface StepHistogram {
  readonly count: number;
  readonly mean: number;
  /** Ascending times of the cells, and how many fell into each. */
  readonly times: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

/** The blocks of a step over the same cells, so that a resample of blocks is a sum of columns. */
export interface BlockHistograms {
  /** Ascending, seconds. */
  readonly times: Float64Array;
  /** By block, in order of time. */
  readonly counts: readonly Float64Array[];
}

/** Decodes the blocks of a step once. */
export function blockHistograms(blocks: readonly CapacityBlock[]): BlockHistograms {
  const decoded = blocks.map(({ cells }) => decodeCells(cells));
  const buckets = [...new Set(decoded.flatMap((cells) => cells.map(([bucket]) => bucket)))].sort((a, b) => a - b);
  const place = new Map(buckets.map((bucket, i) => [bucket, i]));
  const counts = decoded.map((cells) => {
    const column = new Float64Array(buckets.length);
    for (const [bucket, count] of cells) column[place.get(bucket)!] = count;
    return column;
  });
  return { times: Float64Array.from(buckets, (bucket) => bucketMid(bucket) / 1000), counts };
}

/** Some blocks of a step as one histogram; a block may occur several times. */
export function mergedHistogram(times: Float64Array, blocks: readonly Float64Array[]): StepHistogram {
  const counts = new Float64Array(times.length);
  for (const block of blocks) for (let i = 0; i < counts.length; i++) counts[i]! += block[i]!;
  let [count, sum] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    count += counts[i]!;
    sum += counts[i]! * times[i]!;
  }
  return { count, mean: sum / count, times, counts };
}

/**
 * Nearest-rank quantile of a histogram.
 * @example timeAtShare({ count: 4, times: [1, 2], counts: [3, 1] }, 0.75) // => 1
 */
export function timeAtShare({ count, times, counts }: Omit<StepHistogram, 'mean'>, share: number): number {
  const rank = Math.max(1, Math.ceil(share * count));
  let below = 0;
  let cell = 0;
  for (; cell < times.length - 1; cell++) {
    below += counts[cell]!;
    if (below >= rank) break;
  }
  return times[cell]!;
}

/**
 * Share of a histogram beyond a time. Of the cell around that time one half is beyond: a cell is 0.8 % wide, which would bias a tail by 2 %.
 * @example shareBeyond({ count: 4, times: [1, 2], counts: [2, 2] }, 1) // => 0.75
 */
export function shareBeyond({ count, times, counts }: Omit<StepHistogram, 'mean'>, time: number): number {
  let beyond = 0;
  let cell = times.length - 1;
  for (; cell >= 0 && times[cell]! > time; cell--) beyond += counts[cell]!;
  return (beyond + (times[cell] === time ? counts[cell]! / 2 : 0)) / count;
}
