import { smallestWhole } from '../numeric/search.ts';
import { smallestOf } from '../numeric/smallest-of.ts';
import { type NodeWorld, responseTail, saturationRate } from './laws/node-world.ts';
import { atomService, type ServiceLaw, scaledService } from './laws/service-law.ts';
import { SLICES, shapeOf, withoutWaits } from './laws/service-shape.ts';
import type { MeasuredSteps } from './steps/resample-steps.ts';
import type { SteadyStep } from './steps/steady-step.ts';

/** Scaling of nodes, known before the fit. */
export type NodeLaw = Pick<NodeWorld, 'balancer' | 'contention' | 'coherency' | 'shared'>;

export interface QueueFit {
  readonly service: ServiceLaw;
  /** Means of the slices of the service, before they were scaled to fit. */
  readonly shape: readonly number[];
  /** Effective servers of a node: what it works on at the same time, whatever its threads are called. */
  readonly serversPerNode: number;
  /** Σ of squared residuals over their variances. */
  readonly misfit: number;
  /** True when twice the servers would fit as well, because no step came near saturation: the fewest are taken then. */
  readonly unbounded: boolean;
}

/** Rounds of taking the waits out of the steps: a third changes S by less than a tenth of its interval. */
const CORRECTIONS = 2;
/** Bounds of the service time around the mean of the calmest step, whose waiting is part of that mean. */
const SERVICE_RANGE = [0.6, 1.15] as const;
/** Service times tried for each number of servers. */
const HALVINGS = 14;
/** Squared deviations by which a fit is worse beyond doubt: two standard deviations. */
const CLEARLY_WORSE = 4;
/** Beyond this many times the fewest servers, waiting is invisible. */
const MOST_TIMES_FEWEST = 4;

/**
 * Fits a queue to measured steps: mean service time S and effective servers c of a node; the shape of the service (and with it cs²) is that of the calm steps
 * without the waits that the fit finds in them, ca² is that of the generator's spacing.
 *
 *   minimise Σ over steps and shares q ∈ {50 %, 10 %, 1 %} of ln²(P(R > t_q; λ, S, c)/q)/var + Σ over saturated steps of ln²(c/(S·X))/var
 *            + ln²(c/(S·M))/var
 *
 *   t_q  measured quantile   var  variance of ln q and ln X   X  throughput of a node that has more than it can do
 *   M  throughput that utilisation allows a node
 *
 * Tails are compared at measured quantiles instead of quantiles with quantiles, which needs no inversion and weighs the tail that budgets
 * are about. They determine the service time, and c/S only as far as requests wait; a saturated step measures c/S itself. c is whole: every
 * candidate gets its best S by golden section. Valid for: at least one calm step (ρ ≤ 0.4) and one with visible waiting.
 */
export function queueFit(measured: MeasuredSteps, law: NodeLaw, near?: QueueFit): QueueFit {
  const answered = measured.steady.map((step) => ({ step, answered: shapeOf(step.histogram) }));
  let fit =
    near ?? fitShape(measured, law, answered.reduce((least, one) => (perNode(one.step) < perNode(least.step) ? one : least)).answered);
  for (let i = 0; i < CORRECTIONS; i++) {
    const corrected = withoutWaits(answered, fit.shape, { ...law, ...fit });
    fit = fitShape(measured, law, corrected ?? fit.shape, fit.serversPerNode);
  }
  return fit;
}

const perNode = ({ rate, step }: SteadyStep) => rate / step.nodes;

function fitShape(measured: MeasuredSteps, law: NodeLaw, shape: readonly number[], start?: number): QueueFit {
  const unscaled = atomService(shape, SLICES);
  const busiest = Math.max(...measured.steady.map(perNode));
  const fewest = Math.max(1, Math.floor(busiest * unscaled.mean * SERVICE_RANGE[0]) + 1);
  const most = Math.max(fewest + 2, Math.ceil(MOST_TIMES_FEWEST * busiest * unscaled.mean));
  const range = [SERVICE_RANGE[0], Math.min(SERVICE_RANGE[1], longestService(measured.steady) / unscaled.mean)] as const;
  const bestAt = (serversPerNode: number) =>
    smallestOf((factor) => misfitOf(measured, { ...law, service: scaledService(unscaled, factor), serversPerNode }), range, HALVINGS);
  const likeliest = bestServers(fewest, most, (servers) => bestAt(servers).value, start);
  const least = bestAt(likeliest).value;
  const unbounded = bestAt(2 * likeliest).value - least < CLEARLY_WORSE;
  // Nothing says how many there are: as few as explain the steps are surely there.
  const explains = (servers: number) => servers >= likeliest || bestAt(servers).value - least < CLEARLY_WORSE;
  const chosen = unbounded ? smallestWhole(fewest, explains) : likeliest;
  const { at, value } = bestAt(chosen);
  return {
    service: scaledService(unscaled, at),
    shape,
    serversPerNode: chosen,
    misfit: value,
    unbounded,
  };
}

/** No service takes longer than the shortest mean response, but for chance. */
const longestService = (steady: readonly SteadyStep[]): number =>
  Math.min(...steady.map(({ histogram, meanVariance }) => histogram.mean * (1 + 2 * Math.sqrt(meanVariance) + CELL)));

/** Relative error of the times of a histogram. */
const CELL = 1 / 256;

/** Descends over whole numbers from the start, in shrinking strides: the misfit falls towards the right number from both sides. */
function bestServers(fewest: number, most: number, misfit: (servers: number) => number, start?: number): number {
  const known = new Map<number, number>();
  const at = (servers: number): number => {
    if (servers < fewest || servers > most) return Number.POSITIVE_INFINITY;
    const found = known.get(servers) ?? misfit(servers);
    known.set(servers, found);
    return found;
  };
  let best = Math.min(most, Math.max(fewest, start ?? Math.ceil((fewest + most) / 3)));
  for (let stride = start === undefined ? Math.max(1, Math.ceil((most - fewest) / 4)) : 2; stride >= 1; stride = Math.floor(stride / 2)) {
    for (let moved = true; moved; ) {
      const next = at(best - stride) < at(best) ? best - stride : at(best + stride) < at(best) ? best + stride : best;
      moved = next !== best;
      best = next;
    }
  }
  return best;
}

function misfitOf({ steady, saturated, mostPerNode }: MeasuredSteps, world: Omit<NodeWorld, 'ca2'>): number {
  let sum = 0;
  for (const { step, rate, ca2, tails } of steady) {
    const tail = responseTail({ ...world, ca2 }, step.nodes, rate);
    if (tail === null) return UNSTABLE;
    for (const { time, share, variance } of tails) sum += Math.log(Math.max(TINY, tail(time)) / share) ** 2 / variance;
  }
  if (mostPerNode !== null) sum += allowedMisfit(world.serversPerNode / (world.service.mean * mostPerNode));
  for (const { nodes, rate, variance } of saturated) sum += Math.log(saturationRate({ ...world, ca2: 1 }, nodes) / rate) ** 2 / variance;
  return sum;
}

/** Of ln M above, as utilisation is read off a gauge; and below, where another part of the node may be the limit: that only decides where no wait does. */
const ABOVE_VARIANCE = 0.05 ** 2;
const BELOW_VARIANCE = 0.25 ** 2;
const allowedMisfit = (share: number) => Math.log(share) ** 2 / (share > 1 ? ABOVE_VARIANCE : BELOW_VARIANCE);

/** A step that was served cannot come from a queue that grows without end. */
const UNSTABLE = 1e12;
const TINY = 1e-12;
