import { mustBe } from '../numeric/must-be.ts';

/**
 * Probability that at least one of k parallel calls is slow.
 * Used to see what a leaf's rare slowness does to a page that asks many of them.
 *
 *   1 − (1 − p)^k
 *
 *   p  probability that a call is slow   k  calls
 *
 * Written with log1p and expm1, so that small p keep their digits. Source: Dean and Barroso, The tail at scale, CACM 2013. Valid for: independent calls.
 * @example fanOut({ calls: 100, probability: 0.01 }) // => 0.634
 */
export function fanOut({ calls, probability }: { calls: number; probability: number }): number {
  mustBe.whole('calls', calls);
  mustBe.share('probability', probability);
  return -Math.expm1(calls * Math.log1p(-probability));
}
