import { normalQuantileOfTail } from '../distributions/normal.ts';
import type { Interval } from '../results/verdict.ts';

/** Standard normal quantile, 1.96: two sides of 2.5 % leave 95 %. */
const Z = normalQuantileOfTail(0.025);

/**
 * Wilson's score interval for a share, 95 %: unlike the textbook interval it stays inside [0, 1] and is honest for 0 successes.
 *
 *   centre = (p + z²/2n) / (1 + z²/n),   half width = z/(1 + z²/n) · √(p(1 − p)/n + z²/4n²)
 *
 *   p  observed share, successes / n
 *   n  trials, at least one (none: null, as nothing is known)
 *
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
 * Valid for independent trials; errors come in bursts, so read it as the narrowest interval the data allow.
 * @example wilson(0, 100).high // => 0.036993
 */
export function wilson(successes: number, trials: number): Interval | null {
  if (trials === 0) return null;
  const share = successes / trials;
  const shrink = 1 + Z ** 2 / trials;
  const centre = (share + Z ** 2 / (2 * trials)) / shrink;
  const half = (Z / shrink) * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2));
  // At the ends the two terms are equal; rounding must not leave a trace on the other side of 0 or 1.
  const low = successes === 0 ? 0 : centre - half;
  const high = successes === trials ? 1 : centre + half;
  return { low, high, confidence: 0.95 };
}

/**
 * Fewest trials after which no success at all shows, with Wilson's interval, that the share is at most `limit`:
 * z²/(n + z²) ≤ limit, so n ≥ z²(1 − limit)/limit. Infinite for a limit of 0.
 *
 * @example trialsToShow(0.001) // => 3838
 */
export function trialsToShow(limit: number): number {
  return Math.ceil((Z ** 2 * (1 - limit)) / limit);
}
