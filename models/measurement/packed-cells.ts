import { BUCKET_COUNT, bucketMid, bucketOf } from '../workload/log/histogram.ts';
import type { Cells } from '../workload/log/measurement-log.ts';
import type { PackedCells } from './folded-run.ts';

/** Adds histograms up; holds one counter a bucket and remembers the touched range. */
export interface CellSum {
  add(cells: Cells): void;
  addPacked(cells: PackedCells): void;
  /** The sum since the last call, which is forgotten. */
  take(): PackedCells;
  /** The sum so far, which is kept. */
  read(): PackedCells;
}

/** An empty sum; reuse one for many histograms, as it holds 17 KiB. */
export function createCellSum(): CellSum {
  const counts = new Uint32Array(BUCKET_COUNT);
  let low = BUCKET_COUNT;
  let high = -1;
  const put = (bucket: number, count: number): void => {
    counts[bucket] = counts[bucket]! + count;
    if (bucket < low) low = bucket;
    if (bucket > high) high = bucket;
  };
  return {
    add(cells) {
      let bucket = 0;
      for (let i = 0; i < cells.length; i += 2) {
        bucket += cells[i]!;
        put(bucket, cells[i + 1]!);
      }
    },
    addPacked(cells) {
      for (let i = 0; i < cells.length; i += 2) put(cells[i]!, cells[i + 1]!);
    },
    read: () => packRange(counts, low, high),
    take() {
      const packed = packRange(counts, low, high);
      counts.fill(0, low, high + 1);
      low = BUCKET_COUNT;
      high = -1;
      return packed;
    },
  };
}

function packRange(counts: Uint32Array, low: number, high: number): PackedCells {
  let used = 0;
  for (let bucket = low; bucket <= high; bucket++) if (counts[bucket]! > 0) used++;
  const packed = new Uint32Array(used * 2);
  let at = 0;
  for (let bucket = low; bucket <= high; bucket++) {
    if (counts[bucket]! === 0) continue;
    packed[at++] = bucket;
    packed[at++] = counts[bucket]!;
  }
  return packed;
}

/** The exact sum of histograms, in any order. */
export function sumPacked(all: Iterable<PackedCells>): PackedCells {
  const sum = createCellSum();
  for (const cells of all) sum.addPacked(cells);
  return sum.take();
}

/**
 * How many times a histogram holds.
 *
 * @example countPacked(Uint32Array.of(1280, 3, 1285, 1)) // => 4
 */
export function countPacked(cells: PackedCells): number {
  let count = 0;
  for (let i = 1; i < cells.length; i += 2) count += cells[i]!;
  return count;
}

/**
 * How many times lie at or below a limit in milliseconds; a cell counts as a whole, by its middle, like the quantile does.
 *
 * @example countPackedUntil(Uint32Array.of(1280, 3, 1300, 1), 1.01) // => 3
 */
export function countPackedUntil(cells: PackedCells, ms: number): number {
  const last = lastBucketWithin(ms);
  let count = 0;
  for (let i = 0; i < cells.length && cells[i]! <= last; i += 2) count += cells[i + 1]!;
  return count;
}

/** The highest bucket whose middle is not above the limit; −1 when none is. */
export function lastBucketWithin(ms: number): number {
  const bucket = bucketOf(ms);
  return bucketMid(bucket) <= ms ? bucket : bucket - 1;
}

/**
 * Nearest-rank quantile, q in [0, 1], in milliseconds, within 0.4 %; null of an empty histogram.
 *
 * @example quantilePacked(Uint32Array.of(1280, 3, 1285, 1), 0.5) // => 1.00390625
 */
export function quantilePacked(cells: PackedCells, q: number): number | null {
  if (cells.length === 0) return null;
  const rank = Math.max(1, Math.ceil(q * countPacked(cells)));
  let below = 0;
  let at = 0;
  while (at < cells.length - 2) {
    below += cells[at + 1]!;
    if (below >= rank) break;
    at += 2;
  }
  return bucketMid(cells[at]!);
}

/**
 * Mean in milliseconds, within 0.4 %; null of an empty histogram.
 *
 * @example meanPacked(Uint32Array.of(1280, 3)) // => 1.00390625
 */
export function meanPacked(cells: PackedCells): number | null {
  let sum = 0;
  for (let i = 0; i < cells.length; i += 2) sum += bucketMid(cells[i]!) * cells[i + 1]!;
  return cells.length === 0 ? null : sum / countPacked(cells);
}
