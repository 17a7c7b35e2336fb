import { atPercentiles, USUAL_PERCENTILES } from '../../numeric/at-percentiles.ts';
import { mustBe } from '../../numeric/must-be.ts';
import { crossing } from '../../numeric/search.ts';
import { erlangC } from '../erlang/erlang-c.ts';

export interface MmcArguments {
  /** λ, arrivals per unit of time. */
  readonly arrivalRate: number;
  /** μ, completions per unit of time of one busy server. */
  readonly serviceRate: number;
  readonly servers: number;
  /** In percent, such as 99. */
  readonly percentiles?: readonly number[];
}

export interface MmcAnswer {
  readonly waitProbability: number;
  readonly meanWait: number;
  readonly meanQueue: number;
  readonly utilisation: number;
  readonly waitPercentiles: Readonly<Record<string, number>>;
  readonly responsePercentiles: Readonly<Record<string, number>>;
}

/**
 * M/M/c: waiting and response of a pool of equal servers with one queue.
 * Used as the base of every latency budget: the other models correct it.
 *
 *   P(W > t) = C e^{−θt},  θ = cμ − λ,  E[W] = C/θ,  Lq = λ E[W],  ρ = λ/(cμ)
 *   W_p = max(0, ln(C/(1 − p))/θ);  the response R = W + S has the tail of `mmcResponseTail`
 *
 *   λ  arrival rate, 1/time    μ  service rate of a server, 1/time    c  servers    C  Erlang C of λ/μ
 *
 * The wait inverts in closed form; the response is inverted by halving, since its two exponentials do not.
 * Source: Gross, Shortle, Thompson, Harris, Fundamentals of Queueing Theory, §3.3. Valid for: Poisson arrivals, exponential service, FCFS.
 * Times come out in the unit of 1/rate. Refuses (`unstable`) λ ≥ cμ.
 * @example mmc({ arrivalRate: 9, serviceRate: 5, servers: 2 }).meanQueue // => 7.6736842105
 */
export function mmc({ arrivalRate, serviceRate, servers, percentiles = USUAL_PERCENTILES }: MmcArguments): MmcAnswer {
  mustBe.positive('arrivalRate', arrivalRate);
  mustBe.positive('serviceRate', serviceRate);
  const waitProbability = erlangC(servers, arrivalRate / serviceRate);
  const spare = servers * serviceRate - arrivalRate;
  const meanWait = waitProbability / spare;
  return {
    waitProbability,
    meanWait,
    meanQueue: arrivalRate * meanWait,
    utilisation: arrivalRate / (servers * serviceRate),
    waitPercentiles: atPercentiles(percentiles, (beyond) => Math.max(0, Math.log(waitProbability / beyond) / spare)),
    responsePercentiles: atPercentiles(percentiles, (beyond) =>
      crossing((t) => mmcResponseTail({ waitProbability, serviceRate, spare }, t), beyond, 1 / serviceRate),
    ),
  };
}

/**
 * P(R > t) of M/M/c, R = W + S.
 *
 *   (1 − C) e^{−μt} + C (θ e^{−μt} − μ e^{−θt})/(θ − μ)
 *
 * `spare` is θ = cμ − λ. The second term is written as e^{−μt}(1 + μt·(1 − e^{−x})/x) with x = (θ − μ)t while x is small, because the
 * quotient cancels where θ meets μ.
 * @example mmcResponseTail({ waitProbability: 0, serviceRate: 1, spare: 2 }, 1) // => 0.3678794412
 */
export function mmcResponseTail(queue: { waitProbability: number; serviceRate: number; spare: number }, t: number): number {
  const { waitProbability, serviceRate, spare } = queue;
  const gap = (spare - serviceRate) * t;
  const service = Math.exp(-serviceRate * t);
  const surplus =
    Math.abs(gap) < 1
      ? service * serviceRate * t * (gap === 0 ? 1 : -Math.expm1(-gap) / gap)
      : (serviceRate * (service - Math.exp(-spare * t))) / (spare - serviceRate);
  return service + waitProbability * surplus;
}
