/** People in line that one VU holds with ease, and people a second that it starts (docs/benchmarks.md). */
const PEOPLE_IN_LINE = 2_500;
const ARRIVALS_PER_SECOND = 500;
/** More VUs on one machine only take memory: each has its own interpreter. */
const MOST = 8;

/**
 * VUs for a surge. `inLine`: the most people who can be in line at once; 0 without a waiting room.
 *
 * @example hostsFor({ inLine: 40_000, peakRate: 2_000 }) // => 8
 */
export function hostsFor({ inLine, peakRate }: { readonly inLine: number; readonly peakRate: number }): number {
  const needed = Math.ceil(Math.max(inLine / PEOPLE_IN_LINE, peakRate / ARRIVALS_PER_SECOND));
  return Math.min(MOST, Math.max(1, needed));
}
