import { mustBe } from '../../numeric/must-be.ts';

/**
 * Largest arrival rate from which a service recovers by itself when every request times out and is retried.
 * Used beside the nominal capacity: between the two the service holds until it is disturbed, and then stays down.
 *
 *   λ_heal = capacity / (1 + R)
 *
 *   capacity  completions per unit of time    R  retries after the first attempt
 *
 * Source: Bronson et al., Metastable failures in distributed systems, HotOS 2021 (the idea); all work on timed-out requests is taken as wasted.
 * @example selfHealingCapacity({ capacity: 1200, retries: 3 }) // => 300
 */
export function selfHealingCapacity({ capacity, retries }: { capacity: number; retries: number }): number {
  mustBe.positive('capacity', capacity);
  mustBe.whole('retries', retries, 0);
  return capacity / (1 + retries);
}
