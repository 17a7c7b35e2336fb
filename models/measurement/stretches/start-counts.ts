import { BUCKET_COUNT, bucketMid } from '../../workload/log/histogram.ts';
import type { Series } from '../folded-run.ts';

/** Requests by the second of the run in which they should have started, and those among them that are beyond a limit. */
export interface StartCounts {
  readonly requests: Float64Array;
  readonly beyond: Float64Array;
}

/** Half of a second: the log says in which second an answer came, and its middle is the best guess. */
const MIDDLE = 0.5;

/** Seconds by bucket: to compute them for each cell of half an hour took a fifth of judging it. */
const SECONDS = Float64Array.from({ length: BUCKET_COUNT }, (_, bucket) => bucketMid(bucket) / 1_000);

/**
 * Counts of requests by their start. The log holds the second in which the answer came and how long it took, so the start is known to
 * within a second. A service that stands still for 30 s and then answers everything at once was slow for 30 s, which is seen by starts
 * and not by answers.
 *
 * @param series of the *response* clock
 * @param seconds length of the run
 * @param firstBeyond lowest bucket of a series that counts as beyond; infinite: none does
 */
export function startCounts(series: readonly Series[], seconds: number, firstBeyond: (one: Series) => number): StartCounts {
  const requests = new Float64Array(seconds);
  const beyond = new Float64Array(seconds);
  for (const one of series) {
    const first = firstBeyond(one);
    for (const [second, cells] of one.seconds) {
      for (let i = 0; i < cells.length; i += 2) {
        const start = Math.max(0, Math.floor(second + MIDDLE - SECONDS[cells[i]!]!));
        requests[start] = requests[start]! + cells[i + 1]!;
        if (cells[i]! >= first) beyond[start] = beyond[start]! + cells[i + 1]!;
      }
    }
  }
  return { requests, beyond };
}
