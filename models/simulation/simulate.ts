import { studentQuantileOfTail } from '../distributions/student.ts';
import { atPercentiles, USUAL_PERCENTILES } from '../numeric/at-percentiles.ts';
import { mustBe } from '../numeric/must-be.ts';
import { unstableLoad } from '../numeric/unstable-load.ts';
import { batchMeans } from '../statistics/batch-means.ts';
import { nearestRank } from '../statistics/nearest-rank.ts';
import { durationOf } from './duration.ts';
import { fcfsWaits } from './fcfs-waits.ts';
import { randomStream } from './random-stream.ts';

export interface SimulateArguments {
  /** λ, arrivals per unit of time. */
  readonly arrivalRate: number;
  /** μ, completions per unit of time of one busy server. */
  readonly serviceRate: number;
  readonly servers: number;
  readonly arrivals: 'poisson' | 'even';
  /** `h2`: two exponentials of balanced means with squared coefficient of variation 4. */
  readonly service: 'exponential' | 'deterministic' | 'erlang2' | 'h2';
  readonly customers: number;
  /** Whole number; the same seed gives the same customers, whatever the number of servers. */
  readonly seed: number;
}

export interface SimulateAnswer {
  readonly meanWait: number;
  readonly waitPercentiles: Readonly<Record<string, number>>;
  /** 95 % interval of the mean wait. */
  readonly interval: readonly [low: number, high: number];
}

const SERVICE_CV2 = { exponential: 1, deterministic: 0, erlang2: 0.5, h2: 4 };
const ARRIVAL_CV2 = { poisson: 1, even: 0 };

/** Eight bytes each: 160 MB. */
const MOST_CUSTOMERS = 20_000_000;

/** Twenty batches of ten, and the warm-up. */
const LEAST_CUSTOMERS = 250;
const BATCHES = 20;
const WARM_UP_SHARE = 0.1;
const MOST_SERVERS = 1_000_000;

/**
 * Wait of G/G/c by simulation, with an interval for the mean.
 * Used where no formula is safe, and to check those that are used.
 *
 *   customers in order of arrival; the first tenth is left out as warm-up; interval: batch means of 20 batches, t with 19 degrees
 *
 *   λ  arrival rate, 1/time   μ  service rate, 1/time   c  servers
 *
 * Arrivals and services draw from streams of their own (common random numbers), so systems under one seed differ by their design alone.
 * Source: Law and Kelton, Simulation Modeling and Analysis. Valid for: runs of many relaxation times, about 1/(1 − ρ)² services a server.
 * Refuses (`unstable`) λ ≥ cμ.
 * @example simulate({ arrivalRate: 1, serviceRate: 2, servers: 1, arrivals: 'even', service: 'deterministic', customers: 300, seed: 1 }).meanWait // => 0
 */
export function simulate({ arrivalRate, serviceRate, servers, arrivals, service, customers, seed }: SimulateArguments): SimulateAnswer {
  mustBe.positive('arrivalRate', arrivalRate);
  mustBe.positive('serviceRate', serviceRate);
  mustBe.whole('servers', servers, 1, MOST_SERVERS);
  mustBe.whole('customers', customers, LEAST_CUSTOMERS, MOST_CUSTOMERS);
  mustBe.whole('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  const load = arrivalRate / serviceRate;
  if (load >= servers) throw unstableLoad(servers, load);
  const waits = fcfsWaits({
    servers,
    customers,
    interarrival: durationOf(1 / arrivalRate, ARRIVAL_CV2[arrivals], randomStream(seed, 0)),
    service: durationOf(1 / serviceRate, SERVICE_CV2[service], randomStream(seed, 1)),
  }).subarray(Math.floor(customers * WARM_UP_SHARE));
  const { mean, standardError } = batchMeans(waits, BATCHES);
  const reach = studentQuantileOfTail(0.025, BATCHES - 1) * standardError;
  waits.sort();
  return {
    meanWait: mean,
    waitPercentiles: atPercentiles(USUAL_PERCENTILES, (beyond) => nearestRank(waits, 1 - beyond)),
    interval: [Math.max(0, mean - reach), mean + reach],
  };
}
