import { BUCKET_COUNT, bucketOf } from './histogram.ts';
import type { Cells } from './measurement-log.ts';

/** Collects times between two flushes. */
export interface Recorder {
  /** Counts one time, in milliseconds. */
  record(ms: number): void;
  /** What was recorded since the last call, and forgets it. */
  take(): Cells;
}

/**
 * An empty recorder; it holds 17 KiB and visits, when taken, only the cells that were touched, in the order in which they were: sorting
 * them was half of what closing a second costs in k6, and whoever reads a log sorts anyway.
 */
export function createRecorder(): Recorder {
  const counts = new Uint32Array(BUCKET_COUNT);
  let touched: number[] = [];
  return {
    record(ms) {
      const bucket = bucketOf(ms);
      if (counts[bucket]!++ === 0) touched.push(bucket);
    },
    take() {
      const cells: number[] = [];
      let previous = 0;
      for (let i = 0; i < touched.length; i++) {
        const bucket = touched[i]!;
        cells.push(bucket - previous, counts[bucket]!);
        previous = bucket;
        counts[bucket] = 0;
      }
      touched = [];
      return cells;
    },
  };
}
