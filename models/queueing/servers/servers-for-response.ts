import { mustBe } from '../../numeric/must-be.ts';
import { smallestWhole } from '../../numeric/search.ts';
import { Refusal } from '../../refusal.ts';
import { erlangC } from '../erlang/erlang-c.ts';
import { mmcResponseTail } from '../single-queue/mmc.ts';

export interface ResponseTarget {
  /** λ, arrivals per unit of time. */
  readonly arrivalRate: number;
  /** S, mean service time. */
  readonly serviceTime: number;
  /** In percent, such as 99. */
  readonly percentile: number;
  /** Largest response at that percentile, in the unit of `serviceTime`. */
  readonly budget: number;
}

/**
 * Smallest number of M/M/c servers that keeps a percentile of the response inside a budget.
 * Used to answer "how many workers for 1,200 payments a second at p99 200 ms".
 *
 *   c* = min { c : P(R > budget) ≤ 1 − p },   R = W + S
 *
 *   λ  arrival rate, 1/time    S  mean service time    p  percentile    budget, time
 *
 * The tail falls steadily in c towards that of the service alone, e^{−budget/S}: when that one is above 1 − p no number of servers helps,
 * and the question is refused (`infeasible`) with the percentile of the service in the sentence.
 * Source: M/M/c response distribution, see `mmcResponseTail`. Valid for: Poisson arrivals, exponential service, FCFS.
 * @example serversForResponse({ arrivalRate: 1200, serviceTime: 0.04, percentile: 99, budget: 0.2 }) // => 51
 */
export function serversForResponse({ arrivalRate, serviceTime, percentile, budget }: ResponseTarget): number {
  mustBe.positive('arrivalRate', arrivalRate);
  mustBe.positive('serviceTime', serviceTime);
  mustBe.percentile('percentile', percentile);
  mustBe.positive('budget', budget);
  const beyond = (100 - percentile) / 100;
  const servicePercentile = -serviceTime * Math.log(beyond);
  if (servicePercentile >= budget) {
    throw new Refusal(
      'infeasible',
      `infeasible: the service time alone has p${percentile} ${readable(servicePercentile)}, above the budget of ${readable(budget)}, at any number of servers; shorten the service or raise the budget`,
    );
  }
  const load = arrivalRate * serviceTime;
  const serviceRate = 1 / serviceTime;
  return smallestWhole(Math.floor(load) + 1, (servers) => {
    const queue = { waitProbability: erlangC(servers, load), serviceRate, spare: (servers - load) * serviceRate };
    return mmcResponseTail(queue, budget) <= beyond;
  });
}

const readable = (time: number) => Number(time.toPrecision(4));
