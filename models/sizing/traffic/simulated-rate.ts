import { type NodeWorld, poolOf, saturationRate } from '../../capacity/laws/node-world.ts';
import type { ServiceLaw } from '../../capacity/laws/service-law.ts';
import { batchMeans } from '../../statistics/batch-means.ts';
import type { LatencyTarget } from '../budget-rate.ts';
import { waitsOfNodes } from './waits-of-nodes.ts';

/** Customers of one run, more where bursts are long, of which this many must come. */
const CUSTOMERS = { usual: 80_000, most: 250_000, bursts: 150 };
const WARM_UP_SHARE = 0.1;
const BATCHES = 20;
/** Steps of the search, and the relative error of the tail at which it ends: a hundredth of the rate, at most. */
const STEPS = 7;
const CLOSE = 0.03;

/**
 * Largest arrival rate at which simulated nodes keep a latency budget; for what no formula knows: balancers, bursts, services far from
 * exponential.
 *
 *   λ = max { λ : m + e ≤ 1 − p },   m = E[P(S > limit − W)],   W  simulated waits   S  service time, whose tail is known   e  standard error of m
 *
 * What the simulation does not know is on the safe side. The own service of a request is not drawn but averaged over, as it does not depend on the wait. By secants on the logarithm of that share, which a queue
 * near saturation makes a line through 0 at ρ = 1. Valid for: a service that alone keeps the budget. Deterministic.
 */
export function simulatedRate(world: NodeWorld, nodes: number, { percentile, limit }: LatencyTarget, guess: number): number {
  const most = saturationRate(world, nodes);
  const waits = waitsOfNodes(world, nodes, customersOf(world, nodes, guess));
  const beyond = shareBeyond(poolOf(world, nodes).service, limit);
  const aim = Math.log((100 - percentile) / 100);
  const missed = (load: number) => Math.log(Math.max(TINY, beyond(waits(load * most)))) - aim;
  let [low, high] = [0, 1];
  let last = { at: 1, value: -aim };
  let load = Math.min(0.995, guess / most);
  for (let step = 0; step < STEPS; step++) {
    const value = missed(load);
    if (Math.abs(value) < CLOSE) break;
    if (value > 0) high = load;
    else low = load;
    const next = load - (value * (last.at - load)) / (last.value - value);
    last = { at: load, value };
    load = next > low && next < high ? next : (low + high) / 2;
  }
  return load * most;
}

const TINY = 1e-12;

function customersOf(world: NodeWorld, nodes: number, rate: number): number {
  const { bursts } = world;
  if (bursts === undefined) return CUSTOMERS.usual;
  const seen = rate * poolOf(world, nodes).share;
  return Math.ceil(Math.min(CUSTOMERS.most, Math.max(CUSTOMERS.usual, (CUSTOMERS.bursts * seen * bursts.seconds) / bursts.share)));
}

/** Points of the table of the tail. */
const POINTS = 500;

/** Share of responses beyond a limit from their waits, with its standard error on top. */
function shareBeyond({ tail }: ServiceLaw, limit: number): (waits: Float64Array) => number {
  const table = Float64Array.from({ length: POINTS + 2 }, (_, i) => (i >= POINTS ? 1 : tail(limit * (1 - i / POINTS))));
  return (waits) => {
    const late = waits.subarray(Math.floor(waits.length * WARM_UP_SHARE)).map((wait) => {
      const place = Math.min(POINTS, (wait / limit) * POINTS);
      const below = Math.floor(place);
      return table[below]! + (place - below) * (table[below + 1]! - table[below]!);
    });
    const { mean, standardError } = batchMeans(late, BATCHES);
    return mean + standardError;
  };
}
