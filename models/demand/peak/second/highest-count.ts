import { countProbability, POISSON } from './negative-binomial.ts';

/** Part of the wanted tail that may be left out. */
const NEGLIGIBLE = 1e-9;
/** Standard deviations above the mean at which the search for the end of the law begins. */
const FAR = 8;

/**
 * Quantile of the highest of `windows` independent counts: the smallest m with F(m)^windows ≥ level. Added up from above, where the terms are small.
 *
 * @param mean of a count
 * @param ratio variance over mean, at least 1; see `countProbability`
 * @param level 0 ≤ level < 1
 * @example highestCount(3600, 100, 1, 0.5) // => 137
 */
export function highestCount(windows: number, mean: number, ratio: number, level: number): number {
  if (!(mean > 0)) return 0;
  const beyond = -Math.expm1(Math.log(level) / windows);
  const isPoisson = ratio - 1 < POISSON;
  const size = mean / (ratio - 1);
  /** Probability of count − 1 over that of count. */
  const before = (count: number): number => (isPoisson ? count / mean : count / ((count - 1 + size) * (1 - 1 / ratio)));
  const step = Math.ceil(Math.sqrt(mean * ratio));
  let count = Math.ceil(mean + FAR * step);
  let here = countProbability(count, mean, ratio);
  // Beyond a count, terms fall at least as a geometric series does.
  while (here / (1 - Math.max(1 / before(count + 1), isPoisson ? 0 : 1 - 1 / ratio)) > NEGLIGIBLE * beyond) {
    count += step;
    here = countProbability(count, mean, ratio);
  }
  for (let tail = here; tail <= beyond && count > 0; tail += here) {
    here *= before(count);
    count--;
  }
  return count;
}
