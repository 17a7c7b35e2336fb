import { BUCKET_COUNT } from '../../workload/log/histogram.ts';
import type { PackedCells } from '../folded-run.ts';

/** Counts of samples, cumulative over time (rows) and over latency (columns): any block of seconds is one subtraction. */
export interface CumulativeCounts {
  /** (rows + 1) × buckets.length; row r holds what lies before it. */
  readonly table: Float64Array;
  /** Buckets that occur, ascending. */
  readonly buckets: readonly number[];
  readonly rows: number;
  /** Seconds a row. */
  readonly width: number;
}

/** Two hours second by second; longer runs get wider rows, so that the table stays below some 60 MB. */
const MOST_ROWS = 7_200;

/** The table of histograms per second; null when there is none. */
export function cumulativeCounts(seconds: ReadonlyMap<number, PackedCells>): CumulativeCounts | null {
  const filled = [...seconds].filter(([, cells]) => cells.length > 0);
  if (filled.length === 0) return null;
  const first = filled.reduce((least, [second]) => Math.min(least, second), Number.POSITIVE_INFINITY);
  const last = filled.reduce((most, [second]) => Math.max(most, second), 0);
  const width = Math.ceil((last - first + 1) / MOST_ROWS);
  const rows = Math.ceil((last - first + 1) / width);
  const buckets = usedBuckets(filled.map(([, cells]) => cells));
  const columnOf = new Uint16Array(BUCKET_COUNT);
  buckets.forEach((bucket, column) => {
    columnOf[bucket] = column;
  });
  const columns = buckets.length;
  const table = new Float64Array((rows + 1) * columns);
  for (const [second, cells] of filled) {
    const offset = (Math.floor((second - first) / width) + 1) * columns;
    for (let i = 0; i < cells.length; i += 2) table[offset + columnOf[cells[i]!]!]! += cells[i + 1]!;
  }
  accumulate(table, rows, columns);
  return { table, buckets, rows, width };
}

function accumulate(table: Float64Array, rows: number, columns: number): void {
  for (let row = 1; row <= rows; row++) {
    let before = 0;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      before += table[at]!;
      table[at] = before + table[at - columns]!;
    }
  }
}

function usedBuckets(all: readonly PackedCells[]): number[] {
  const used = new Uint8Array(BUCKET_COUNT);
  for (const cells of all) for (let i = 0; i < cells.length; i += 2) used[cells[i]!] = 1;
  const buckets: number[] = [];
  used.forEach((isUsed, bucket) => {
    if (isUsed === 1) buckets.push(bucket);
  });
  return buckets;
}
