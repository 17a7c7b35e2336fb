import { mustBe } from '../../numeric/must-be.ts';
import { smallestWhole } from '../../numeric/search.ts';
import { abandonmentStates } from '../erlang/erlang-a-states.ts';

export interface AbandonmentTarget {
  /** λ, arrivals per unit of time. */
  readonly arrivalRate: number;
  /** μ, completions per unit of time of one busy server. */
  readonly serviceRate: number;
  /** θ, 1/mean patience, above 0. */
  readonly abandonRate: number;
  /** Largest share of arrivals that may leave without service, above 0 and below 1. */
  readonly abandonment: number;
}

/**
 * Smallest number of servers with which at most a share of the arrivals loses patience (Erlang A).
 * Used to staff queues whose people leave: it may be below the load, where Erlang C refuses.
 *
 *   c* = min { c : θ Lq(c)/λ ≤ target }
 *
 * Searched from λ(1 − target)/μ, the fluid limit: fewer servers cannot complete that many. Abandonment falls steadily in c, so halving is safe.
 * Source: Mandelbaum and Zeltyn 2007. Valid for: Poisson arrivals, exponential service and patience.
 * @example serversForAbandonment({ arrivalRate: 48, serviceRate: 1, abandonRate: 0.5, abandonment: 0.031 }) // => 50
 */
export function serversForAbandonment({ arrivalRate, serviceRate, abandonRate, abandonment }: AbandonmentTarget): number {
  mustBe.positive('arrivalRate', arrivalRate);
  mustBe.positive('serviceRate', serviceRate);
  mustBe.positive('abandonRate', abandonRate);
  mustBe.openShare('abandonment', abandonment);
  const fewest = Math.max(1, Math.floor((arrivalRate * (1 - abandonment)) / serviceRate));
  return smallestWhole(fewest, (servers) => {
    const { meanQueue } = abandonmentStates({ arrivalRate, serviceRate, abandonRate, servers });
    return (abandonRate * meanQueue) / arrivalRate <= abandonment;
  });
}
