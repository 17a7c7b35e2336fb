import type { StartCounts } from './start-counts.ts';

/** A shorter pause, such as a garbage collection, is left to the resampling. */
const FEWEST_SECONDS = 3;
const FEWEST_REQUESTS = 20;

/**
 * Requests of stretches in which every answer took longer than a limit: no resampling is needed to know that they did. Seconds in which
 * no request should have started neither count nor end a stretch.
 */
export function requestsAllBeyond({ requests, beyond }: StartCounts): number {
  let [sum, run, length] = [0, 0, 0];
  const end = (): void => {
    if (length >= FEWEST_SECONDS && run >= FEWEST_REQUESTS) sum += run;
    [run, length] = [0, 0];
  };
  requests.forEach((count, second) => {
    if (count === 0) return;
    if (beyond[second]! < count) end();
    else {
      run += count;
      length++;
    }
  });
  end();
  return sum;
}
