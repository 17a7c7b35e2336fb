import { chanceExponent } from '../../statistics/chance-exponent.ts';
import type { StartCounts } from './start-counts.ts';
import { type Bin, runsOfBins } from './stretch-bins.ts';

/** A time without a break in which too many requests were beyond a limit. */
export interface Stretch {
  /** Second of the run in which it begins. */
  readonly from: number;
  /** 0 when there is none. */
  readonly seconds: number;
  readonly requests: number;
  readonly beyond: number;
}

/** Of fewer requests nothing is said. */
const FEWEST_REQUESTS = 20;
/** Chance of a stretch that is none, over all stretches that one step can have. */
const CHANCE = 1e-4;
/** The same for each half of a stretch: a pause of a second must not lend its proof to the noise beside it. */
const CHANCE_OF_HALF = 1e-3;
const OF_HALF = -Math.log(CHANCE_OF_HALF);
const NONE: Stretch = { from: 0, seconds: 0, requests: 0, beyond: 0 };

/**
 * The longest stretch in which more than a share of the requests was beyond the limit, in every part of it, and in which chance does not
 * explain how many were. Its length runs from the first to the last request beyond; the seconds at its ends count by the share of
 * their requests that is beyond.
 *
 * Hoeffding's bound on that chance must be below 10⁻⁴ divided by the number of stretches that m parts can make, m(m + 1)/2, and below 10⁻³
 * in each half of it.
 *
 * @returns null when there are too few requests to tell
 *
 * Source: `chanceExponent`; Bonferroni.
 * Valid for independent requests. A pause slows all requests of a second down, so the length must be judged, too, not the proof alone.
 */
export function longestStretch(counts: StartCounts, share: number): Stretch | null {
  const { runs, bins, requests } = runsOfBins(counts, share, Math.ceil(1 / share));
  if (requests < FEWEST_REQUESTS) return null;
  const evidence = Math.log((bins * (bins + 1)) / 2 / CHANCE);
  return runs.reduce((longest, run) => longestIn(run, share, evidence, longest), NONE);
}

/** The longest part of a run of bins that is proven, if it is longer than what is known. */
function longestIn(run: readonly Bin[], share: number, evidence: number, known: Stretch): Stretch {
  let longest = known;
  const [requests, beyond] = [sumsOf(run.map((bin) => bin.requests)), sumsOf(run.map((bin) => bin.beyond))];
  const proves = (from: number, to: number, by: number): boolean =>
    isProven(requests[to]! - requests[from]!, beyond[to]! - beyond[from]!, share, by);
  for (const [i, first] of run.entries()) {
    for (let j = run.length; j > i; j--) {
      const seconds = lengthOf(first, run[j - 1]!);
      if (seconds <= longest.seconds) break;
      const n = requests[j]! - requests[i]!;
      if (n < FEWEST_REQUESTS || !proves(i, j, evidence)) continue;
      const middle = (i + j) >> 1;
      if (middle > i && !(proves(i, middle, OF_HALF) && proves(middle, j, OF_HALF))) continue;
      longest = { from: first.firstBeyond, seconds, requests: n, beyond: beyond[j]! - beyond[i]! };
      break;
    }
  }
  return longest;
}

/** Sums of all values before each place. */
function sumsOf(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (const [i, value] of values.entries()) sums[i + 1] = sums[i]! + value;
  return sums;
}

function lengthOf(first: Bin, last: Bin): number {
  if (first.firstBeyond === last.lastBeyond) return first.firstShare;
  return last.lastBeyond - first.firstBeyond - 1 + first.firstShare + last.lastShare;
}

function isProven(n: number, k: number, p: number, evidence: number): boolean {
  const q = k / n;
  // The divergence is at most (q − p)²/(p(1 − p)), which costs no logarithm.
  if ((n * (q - p) ** 2) / (p * (1 - p)) < evidence) return false;
  return chanceExponent(n, k, p) >= evidence;
}
