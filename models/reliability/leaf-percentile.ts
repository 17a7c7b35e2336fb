import { mustBe } from '../numeric/must-be.ts';

/**
 * Share of calls of each leaf that may miss the budget when the whole must keep a percentile: the inverse of `fanOut`.
 * Used to set the budgets of services that are called in parallel: p99 over ten calls needs p99.9 of each.
 *
 *   1 − p^{1/k}
 *
 *   p  percentile of the whole as a share   k  parallel calls
 *
 * Valid for: independent calls. Source: Dean and Barroso 2013.
 * @example leafPercentile({ calls: 10, percentile: 99 }) // => 0.001005
 */
export function leafPercentile({ calls, percentile }: { calls: number; percentile: number }): number {
  mustBe.whole('calls', calls);
  mustBe.percentile('percentile', percentile);
  return -Math.expm1(Math.log(percentile / 100) / calls);
}
