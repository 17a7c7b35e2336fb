import { atPercentiles } from '../../numeric/at-percentiles.ts';
import { mustBe } from '../../numeric/must-be.ts';
import { crossing } from '../../numeric/search.ts';
import { abandonmentStates } from './erlang-a-states.ts';
import { offeredWaitTail, type QueueWithPatience, waitAndServedWithin } from './erlang-a-wait.ts';

export interface ErlangAArguments {
  /** λ, arrivals per unit of time. */
  readonly arrivalRate: number;
  /** μ, completions per unit of time of one busy server. */
  readonly serviceRate: number;
  /** θ, 1/mean patience; 0 for unlimited patience. */
  readonly abandonRate: number;
  readonly servers: number;
  /** Places to wait beside the servers; absent when there is no bound. */
  readonly room?: number;
  /** Time of the service level. */
  readonly within?: number;
  /** In percent, such as 99. */
  readonly percentiles?: readonly number[];
}

/** All shares and means are of all arrivals; one that is turned away counts as not waiting, and never inside the service level. */
export interface ErlangAAnswer {
  readonly waitProbability: number;
  readonly abandonment: number;
  readonly meanWait: number;
  readonly meanQueue: number;
  readonly utilisation: number;
  /** Share turned away; only with `room`. */
  readonly blocking?: number;
  /** Shares with offered wait ≤ t, with actual wait ≤ t (served or gone), and served after a wait ≤ t. */
  readonly serviceLevel?: { readonly offered: number; readonly actual: number; readonly served: number };
  readonly waitPercentiles?: Readonly<Record<string, number>>;
}

/**
 * Erlang A, M/M/c+M: servers whose waiting people lose patience, with or without a bounded room.
 * Used for waiting rooms and login queues under overload, where Erlang C has no answer.
 *
 *   p_{k+1} = p_k λ/(min(k + 1, c) μ + max(0, k + 1 − c) θ),  P(abandon) = θ Lq/λ,  E[W] = Lq/λ,  W = min(offered wait, patience)
 *
 *   λ  arrival rate, 1/time   μ  service rate, 1/time   θ  abandonment rate, 1/time   c  servers
 *
 * Summed outwards from the most likely state, so it holds at ρ > 1 and for thousands of servers. Three service levels are in use and
 * differ by half a percent, so all are given. θ → 0 is Erlang C, and 0 itself is accepted where that is stable.
 * Source: Mandelbaum and Zeltyn, Service engineering in action, 2007; Baccelli and Hebuterne 1981. Valid for: Poisson arrivals, exponential service and patience, FCFS.
 * @example erlangA({ arrivalRate: 10, serviceRate: 1, abandonRate: 0.6, servers: 14 }).abandonment // => 0.0139837441
 */
export function erlangA(args: ErlangAArguments): ErlangAAnswer {
  const { arrivalRate, serviceRate, abandonRate, servers, room, within, percentiles } = args;
  const states = abandonmentStates({ arrivalRate, serviceRate, abandonRate, servers, ...(room === undefined ? {} : { room }) });
  const queue: QueueWithPatience = { ...states, serviceRate, abandonRate, servers };
  return {
    waitProbability: states.waitProbability,
    abandonment: (abandonRate * states.meanQueue) / arrivalRate,
    meanWait: states.meanQueue / arrivalRate,
    meanQueue: states.meanQueue,
    utilisation: Math.min(1, states.meanBusy / servers),
    ...(room === undefined ? {} : { blocking: states.blocking }),
    ...(within === undefined ? {} : { serviceLevel: serviceLevel(queue, within) }),
    ...(percentiles === undefined ? {} : { waitPercentiles: waitPercentiles(queue, percentiles) }),
  };
}

function serviceLevel(queue: QueueWithPatience, within: number) {
  mustBe.nonNegative('within', within);
  const beyond = offeredWaitTail(queue, within);
  const entered = 1 - queue.blocking;
  return {
    offered: Math.max(0, entered - beyond),
    actual: entered - beyond * Math.exp(-queue.abandonRate * within),
    served: queue.freeProbability + waitAndServedWithin(queue, within),
  };
}

function waitPercentiles(queue: QueueWithPatience, percentiles: readonly number[]): Record<string, number> {
  const tail = (t: number) => offeredWaitTail(queue, t) * Math.exp(-queue.abandonRate * t);
  const scale = 1 / (queue.servers * queue.serviceRate);
  return atPercentiles(percentiles, (beyond) => crossing(tail, beyond, scale));
}
