import { mustBe } from '../../numeric/must-be.ts';

/**
 * Attempts per request when every failure is retried.
 * Used to turn a failure rate into the arrival rate the servers really see.
 *
 *   A = Σ_{i≤R} p^i
 *
 *   p  share of attempts that fail, 0 to 1    R  retries after the first attempt, whole number
 *
 * Summed in closed form, (1 − p^{R+1})/(1 − p), with expm1 so that p close to 1 keeps its digits. Valid for: failures independent of the attempt; a service that fails
 * because it is overloaded does worse (`selfHealingCapacity`).
 * @example retryAmplification({ failure: 0.5, retries: 3 }) // => 1.875
 */
export function retryAmplification({ failure, retries }: { failure: number; retries: number }): number {
  mustBe.share('failure', failure);
  mustBe.whole('retries', retries, 0);
  if (failure === 1) return retries + 1;
  return -Math.expm1((retries + 1) * Math.log1p(-(1 - failure))) / (1 - failure);
}
