import { mustBe } from '../../numeric/must-be.ts';

/** Standard deviations below the smaller of load and servers at which the recursion may start: what is left out is below e^-72. */
const START_DEVIATIONS = 12;

/**
 * Erlang B: share of arrivals that find all servers busy in an M/M/c/c system (and, by insensitivity, in M/G/c/c). Used as a numerically
 * stable way to Erlang C, and to size resources without a queue (connections, admission slots).
 *
 *   B(c, a) = (a^c / c!) / Σ_{k≤c} a^k / k!
 *
 *   a  offered load λS, erlang, above 0
 *   c  servers, whole number, at least one
 *
 * Computed by the recursion of the inverse, 1/B(k) = 1 + (k/a)/B(k−1), because a^c and c! leave floating point near c = 170 while
 * their ratio does not. An error at step k shrinks by k/a as long as k < a, so the recursion may start 12 standard deviations below
 * min(a, c): the cost grows with √a, not with c. Below 1e-308 the answer is 0, the correct limit.
 *
 * Source: A. K. Erlang 1917; recursion as in Octave `queueing` `qsmmm`. Valid for: Poisson arrivals, any service distribution, no waiting.
 * @example erlangB(10, 20) // => 0.5379631686
 */
export function erlangB(servers: number, load: number): number {
  mustBe.whole('servers', servers);
  mustBe.positive('load', load);
  const reach = Math.min(load, servers);
  const start = Math.max(0, Math.floor(reach - START_DEVIATIONS * Math.sqrt(reach)));
  let inverse = 1;
  for (let k = start + 1; k <= servers; k++) {
    inverse = 1 + (k / load) * inverse;
    if (inverse === Number.POSITIVE_INFINITY) return 0;
  }
  return 1 / inverse;
}
