import type { Interval } from '../../results/verdict.ts';
import { bucketMid } from '../../workload/log/histogram.ts';
import { randomFrom } from '../../workload/users/random.ts';
import type { PackedCells } from '../folded-run.ts';
import { type CumulativeCounts, cumulativeCounts } from './cumulative-counts.ts';

const RESAMPLES = 1_000;
/** Longer than a garbage collection, a retry pause or a poll interval: what is slow together stays together. */
const BLOCK_SECONDS = 10;
/** A resample needs pieces to exchange; a run too short for three blocks gets shorter ones. */
const FEWEST_BLOCKS = 3;
const TAIL = 0.025;

/**
 * 95 % intervals of quantiles of a run, by moving-block bootstrap over its seconds. Requests of a busy service are not independent
 * (a slow second is slow for everybody), so whole blocks of neighbouring seconds are drawn anew, 1,000 times, and each quantile
 * is computed from the histograms of the drawn seconds. The interval is the middle 95 % of these values.
 *
 * @param seconds histogram per second; a second without samples between the first and the last counts as empty
 * @param quantiles each in [0, 1]
 * @param seed the same seed gives the same intervals
 * @returns one interval a quantile, in milliseconds; null when there are no samples
 *
 * Source: H. R. Künsch, The jackknife and the bootstrap for general stationary observations, Annals of Statistics 17 (1989);
 * percentile interval: B. Efron, Annals of Statistics 7 (1979). Valid for noise inside one run; it knows nothing of how runs differ.
 * @example quantileIntervals(new Map([[0, Uint32Array.of(1280, 30)]]), [0.5], 1)[0].high // => 1.00390625
 */
export function quantileIntervals(
  seconds: ReadonlyMap<number, PackedCells>,
  quantiles: readonly number[],
  seed: number,
): (Interval | null)[] {
  const counts = cumulativeCounts(seconds);
  if (counts === null) return quantiles.map(() => null);
  const length = Math.max(1, Math.min(Math.ceil(BLOCK_SECONDS / counts.width), Math.floor(counts.rows / FEWEST_BLOCKS)));
  const random = randomFrom(seed, counts.rows);
  const drawn = quantiles.map(() => new Float64Array(RESAMPLES));
  const starts = new Uint32Array(Math.ceil(counts.rows / length));
  let kept = 0;
  for (let resample = 0; resample < RESAMPLES; resample++) {
    for (let i = 0; i < starts.length; i++) starts[i] = Math.floor(random() * (counts.rows - length + 1));
    const total = countUntil(counts, starts, length, counts.buckets.length - 1);
    if (total === 0) continue;
    for (const [i, q] of quantiles.entries()) {
      drawn[i]![kept] = bucketMid(counts.buckets[columnOfRank(counts, starts, length, Math.max(1, Math.ceil(q * total)))]!);
    }
    kept++;
  }
  return drawn.map((values) => middle(values.subarray(0, kept).sort()));
}

/** Samples of the drawn blocks up to and including a column. */
function countUntil(counts: CumulativeCounts, starts: Uint32Array, length: number, column: number): number {
  const { table, buckets } = counts;
  let sum = 0;
  for (const start of starts) {
    sum += table[(start + length) * buckets.length + column]! - table[start * buckets.length + column]!;
  }
  return sum;
}

/** First column at which the drawn blocks hold `rank` samples, by bisection. */
function columnOfRank(counts: CumulativeCounts, starts: Uint32Array, length: number, rank: number): number {
  let low = 0;
  let high = counts.buckets.length - 1;
  while (low < high) {
    const column = (low + high) >>> 1;
    if (countUntil(counts, starts, length, column) >= rank) high = column;
    else low = column + 1;
  }
  return low;
}

/** With all resamples empty there is nothing to say; one is enough for an interval without width. */
function middle(sorted: Float64Array): Interval | null {
  if (sorted.length === 0) return null;
  const low = sorted[Math.floor(TAIL * sorted.length)]!;
  const high = sorted[Math.ceil((1 - TAIL) * sorted.length) - 1]!;
  return { low, high, confidence: 1 - 2 * TAIL };
}
