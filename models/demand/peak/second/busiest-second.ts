import type { PeakQuantiles } from '../../../results/forecast/peak-quantiles.ts';
import { randomFrom } from '../../../workload/users/random.ts';
import { statedQuantiles } from '../paths/peak-of-paths.ts';
import { highestCount } from './highest-count.ts';

const SECONDS_PER_HOUR = 3600;

/**
 * Quantiles of the busiest second of an hour that is itself uncertain: each drawn hour has its own highest of 3,600 seconds, drawn from its law. The expected
 * highest second at a quantile of the hour would leave out the chance in the maximum.
 *
 * @param hours arrivals in the hour, one for each future
 * @param varianceToMean of arrivals in a second, at least 1
 * @example busiestSecond(new Float64Array(2000).fill(360000), 1, 1).p50 // => 137
 */
export function busiestSecond(hours: Float64Array, varianceToMean: number, seed: number): PeakQuantiles {
  const random = randomFrom(seed, hours.length, SECONDS_PER_HOUR);
  return statedQuantiles(hours.map((hour) => highestCount(SECONDS_PER_HOUR, hour / SECONDS_PER_HOUR, varianceToMean, random())));
}
