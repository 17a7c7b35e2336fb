import { atPercentiles } from '../../numeric/at-percentiles.ts';
import { durationOf } from '../../simulation/duration.ts';
import { fcfsWaits } from '../../simulation/fcfs-waits.ts';
import { randomStream } from '../../simulation/random-stream.ts';
import { batchMeans } from '../../statistics/batch-means.ts';
import { nearestRank } from '../../statistics/nearest-rank.ts';
import type { GgcShape } from './ggc-error-bound.ts';

export interface GgcSimulation {
  /** In service times. */
  readonly meanWait: number;
  readonly waitProbability: number;
  /** In service times. */
  readonly waitPercentiles: Readonly<Record<string, number>>;
  /** Four standard errors of the mean, relative to it, and at least 1 %. */
  readonly errorBound: number;
}

/** Customers with up to 20 servers, about a third of a second on one core; with more servers in proportion, up to the second. */
const CUSTOMERS = { least: 1_000_000, most: 8_000_000, perServer: 50_000 };

/** With more servers than this, the customers simulated are too few services a server for the empty start to be forgotten. */
const MOST_SERVERS = 20_000;

/** Fewest positive waits from which percentiles are estimated. */
const LEAST_WAITS = 400;

const WARM_UP_SHARE = 0.1;
const STANDARD_ERRORS = 4;
const LEAST_ERROR = 0.01;

/** One seed for all systems, so that two numbers of servers are compared on the same customers. */
const SEED = 20_260_822;

/**
 * GI/G/c by simulation, in units of the service time, for shapes whose formulas are too far off. Returns null where waits are too rare to
 * be estimated, or the servers too many.
 * @example simulateGgc({ utilisation: 0.01, servers: 50, ca2: 4, cs2: 1 }, [99]) // => null
 */
export function simulateGgc({ utilisation, servers, ca2, cs2 }: GgcShape, percentiles: readonly number[]): GgcSimulation | null {
  if (servers > MOST_SERVERS) return null;
  const interarrival = durationOf(1 / (utilisation * servers), ca2, randomStream(SEED, 0));
  const service = durationOf(1, cs2, randomStream(SEED, 1));
  const customers = Math.min(CUSTOMERS.most, Math.max(CUSTOMERS.least, CUSTOMERS.perServer * servers));
  const waits = fcfsWaits({ servers, customers, interarrival, service }).subarray(customers * WARM_UP_SHARE);
  const { mean, standardError } = batchMeans(waits, 20);
  let delayed = 0;
  for (const wait of waits) if (wait > 0) delayed++;
  if (delayed < LEAST_WAITS) return null;
  waits.sort();
  return {
    meanWait: mean,
    waitProbability: delayed / waits.length,
    waitPercentiles: atPercentiles(percentiles, (beyond) => nearestRank(waits, 1 - beyond)),
    errorBound: Math.max(LEAST_ERROR, (STANDARD_ERRORS * standardError) / mean),
  };
}
