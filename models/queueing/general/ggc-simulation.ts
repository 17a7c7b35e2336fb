import { atPercentiles } from '../../numeric/at-percentiles.ts';
import { type Family, familiesOf } from '../../simulation/families.ts';
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
  /** How far the families of equal moments lie apart, and three standard errors of the mean, relative; at least 1 %. */
  readonly errorBound: number;
}

/** Customers with up to 20 servers, about a third of a second on one core; with more servers in proportion, up to the second. From `busyFrom` on the waits of bursts forget slowly. */
const CUSTOMERS = { least: 1_000_000, most: 8_000_000, perServer: 50_000, busy: 6_000_000, busyFrom: 0.9 };

/** With more servers than this, the customers simulated are too few services a server for the empty start to be forgotten. */
const MOST_SERVERS = 20_000;

/** From here on percentiles are inside the stated bound. */
const BOUNDED_PERCENTILE = 95;

/** Fewest positive waits from which percentiles are estimated. */
const LEAST_WAITS = 400;

const WARM_UP_SHARE = 0.1;
const STANDARD_ERRORS = 3;
const LEAST_ERROR = 0.01;

/** Part of the customers that the rarer families are simulated with, never fewer than the least: they only widen the bound. */
const OTHERS_SHARE = 0.25;

/** One seed for all systems, so that two numbers of servers are compared on the same customers. */
const SEED = 20_260_822;

/**
 * GI/G/c by simulation, in units of the service time, for shapes whose formulas are too far off. Returns null where waits are too rare to be estimated, or the
 * servers too many.
 *
 *   value = (low + high)/2,  bound = (high − low)/(high + low) + three standard errors
 *   low, high = usual + Σ over arrivals and service of the least and the largest deviation of a family
 *
 * Two moments do not fix a wait, so every family of equal moments (`familiesOf`) is simulated beside the usual one, arrivals and service each alone. A wide bound (71 % at
 * ρ .3, two servers, cs² 20) is the truth about the question, not about the answer: no formula of two moments can be closer for all services. Source: Gupta, Harchol-Balter, Dai and Zwart 2010, On the inapproximability of M/G/K.
 * @example simulateGgc({ utilisation: 0.01, servers: 50, ca2: 4, cs2: 1 }, [99]) // => null
 */
export function simulateGgc(shape: GgcShape, percentiles: readonly number[]): GgcSimulation | null {
  const { utilisation, servers, ca2, cs2 } = shape;
  if (servers > MOST_SERVERS) return null;
  const least = ca2 > 1 && utilisation >= CUSTOMERS.busyFrom ? CUSTOMERS.busy : CUSTOMERS.least;
  const customers = Math.min(CUSTOMERS.most, Math.max(least, CUSTOMERS.perServer * servers));
  const fewer = Math.max(least, OTHERS_SHARE * customers);
  const [[arrival, ...arrivals], [service, ...services]] = [familiesOf(ca2), familiesOf(cs2)];
  const usual = simulateFamily(shape, { arrival, service, customers, percentiles });
  const byArrival = arrivals.map((other) => simulateFamily(shape, { arrival: other, service, customers: fewer, percentiles }));
  const byService = services.map((other) => simulateFamily(shape, { arrival, service: other, customers: fewer, percentiles }));
  if (usual === null || !byArrival.every(isSimulated) || !byService.every(isSimulated)) return null;
  const spread = (of: (one: Simulated) => number) => middleOf(of(usual), byArrival.map(of), byService.map(of));
  const waits = percentiles.map((percentile) => [percentile, spread((one) => one.waitPercentiles[String(percentile)]!)] as const);
  const bounded = waits.flatMap(([percentile, { error }]) => (percentile >= BOUNDED_PERCENTILE ? [error] : []));
  const sampling = Math.max(...[usual, ...byArrival, ...byService].map(({ sampling }) => sampling));
  const mean = spread((one) => one.meanWait);
  return {
    meanWait: mean.middle,
    waitProbability: spread((one) => one.waitProbability).middle,
    waitPercentiles: Object.fromEntries(waits.map(([percentile, { middle }]) => [String(percentile), middle])),
    errorBound: Math.max(LEAST_ERROR, Math.max(mean.error, ...bounded) + sampling),
  };
}

type Simulated = Omit<GgcSimulation, 'errorBound'> & { readonly sampling: number };

const isSimulated = (one: Simulated | null): one is Simulated => one !== null;

interface FamilyRun {
  readonly arrival: Family;
  readonly service: Family;
  readonly customers: number;
  readonly percentiles: readonly number[];
}

function simulateFamily(
  { utilisation, servers, ca2, cs2 }: GgcShape,
  { arrival, service, customers, percentiles }: FamilyRun,
): Simulated | null {
  const waits = fcfsWaits({
    servers,
    customers,
    interarrival: arrival(1 / (utilisation * servers), ca2, randomStream(SEED, 0)),
    service: service(1, cs2, randomStream(SEED, 1)),
  }).subarray(customers * WARM_UP_SHARE);
  const { mean, standardError } = batchMeans(waits, 20);
  let delayed = 0;
  for (const wait of waits) if (wait > 0) delayed++;
  if (delayed < LEAST_WAITS) return null;
  waits.sort();
  return {
    meanWait: mean,
    waitProbability: delayed / waits.length,
    waitPercentiles: atPercentiles(percentiles, (beyond) => nearestRank(waits, 1 - beyond)),
    sampling: (STANDARD_ERRORS * standardError) / mean,
  };
}

/** The middle between the least and the most that the families allow, and its relative distance from both. */
function middleOf(usual: number, ...others: readonly (readonly number[])[]): { middle: number; error: number } {
  const sum = (pick: (...values: number[]) => number) =>
    others.reduce((all, values) => all + pick(0, ...values.map((value) => value - usual)), usual);
  const [low, high] = [Math.max(0, sum(Math.min)), sum(Math.max)];
  return { middle: (low + high) / 2, error: high === 0 ? 0 : (high - low) / (high + low) };
}
