import math from 'mathjs/lib/browser/math.js';

/** Below this excess over 1 the variance-to-mean ratio is that of Poisson. */
export const POISSON = 1e-9;

const NEGLIGIBLE = 1e-9;

/**
 * Probability of `count` events when the mean is `mean` and the variance `ratio` times that: negative binomial with size r = mean/(ratio − 1), Poisson for
 * a ratio of 1.
 *
 * @example countProbability(0, 1, 1) // => 0.367879441171
 */
export function countProbability(count: number, mean: number, ratio: number): number {
  if (ratio - 1 < POISSON) return Math.exp(count * Math.log(mean) - mean - math.lgamma(count + 1));
  const size = mean / (ratio - 1);
  return Math.exp(
    math.lgamma(count + size) - math.lgamma(size) - math.lgamma(count + 1) - size * Math.log(ratio) + count * Math.log(1 - 1 / ratio),
  );
}

/**
 * Smallest count that is not exceeded with the probability `level`, 0 ≤ level < 1.
 *
 * @example countQuantile(1 - 1 / 3600, 10, 1) // => 23
 */
export function countQuantile(level: number, mean: number, ratio: number): number {
  let count = 0;
  let below = countProbability(0, mean, ratio);
  while (below < level) {
    count++;
    below += countProbability(count, mean, ratio);
    if (count > mean + 200 * Math.sqrt(mean * ratio) + 200 * ratio) break;
  }
  return count;
}

/**
 * Expected highest count of `windows` independent windows: Σ_{k ≥ 0} (1 − F(k)^windows).
 *
 * @example expectedMaximum(3600, 10, 1) // => 23.175
 */
export function expectedMaximum(windows: number, mean: number, ratio: number): number {
  let below = 0;
  let sum = 0;
  for (let count = 0; ; count++) {
    const here = countProbability(count, mean, ratio);
    below = Math.min(1, below + here);
    sum += -Math.expm1(windows * Math.log(below));
    // Adding up rounds: `below` may never reach 1, but what is added ends.
    if (count > mean && windows * here < NEGLIGIBLE) return sum;
  }
}
