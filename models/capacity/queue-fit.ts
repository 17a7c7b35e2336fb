import { type NodeWorld, responseTail } from './node-world.ts';
import { atomService, type ServiceLaw, scaledService } from './service-law.ts';
import { smallestOf } from './smallest-of.ts';
import type { SteadyStep } from './steady-step.ts';
import type { StepHistogram } from './step-histogram.ts';

/** How nodes add up, known before the fit. */
export type NodeLaw = Pick<NodeWorld, 'queue' | 'contention' | 'coherency'>;

export interface QueueFit {
  readonly service: ServiceLaw;
  /** Effective servers of a node: what it works on at the same time, whatever its threads are called. */
  readonly serversPerNode: number;
  /** Σ of squared residuals over their variances. */
  readonly misfit: number;
  /** Whether more servers would fit as well: no step came near saturation. */
  readonly unbounded: boolean;
}

/** Fits are cheap enough to repeat for every resample; atoms beyond these change p99 by less than a cell of the histogram. */
const ATOMS = { body: 40, beyond: 20, from: 0.99 };
/** Bounds of the service time around the mean of the calmest step, whose waiting is part of that mean. */
const SERVICE_RANGE = [0.6, 1.15] as const;
/** Service times tried for each number of servers. */
const HALVINGS = 18;
/** Beyond this many times the fewest servers, waiting is invisible. */
const MOST_TIMES_FEWEST = 4;

/**
 * Fits a queue to measured steps: mean service time S and effective servers c of a node; the shape of the service (and with it cs²) is the histogram of the calmest step,
 * ca² is that of the generator's spacing.
 *
 *   minimise Σ over steps and shares q ∈ {50 %, 10 %, 1 %} of ln²(P(R > t_q; λ, S, c)/q)/var
 *
 *   t_q  measured quantile   var  variance of ln q from blocks
 *
 * Tails are compared at measured quantiles instead of quantiles with quantiles, which needs no inversion and weighs the tail that budgets are about.
 * c is whole: every candidate gets its best S by golden section. Valid for: at least one calm step (ρ ≤ 0.4) and one with visible waiting.
 */
export function queueFit(steps: readonly SteadyStep[], law: NodeLaw, near?: QueueFit): QueueFit {
  const calmest = steps.reduce((least, step) => (step.rate / step.step.nodes < least.rate / least.step.nodes ? step : least));
  const shape = shapeOf(calmest.histogram);
  const busiest = Math.max(...steps.map((step) => step.rate / step.step.nodes));
  const fewest = Math.max(1, Math.floor(busiest * shape.mean * SERVICE_RANGE[0]) + 1);
  const most = Math.max(fewest + 2, Math.ceil(MOST_TIMES_FEWEST * busiest * shape.mean));
  const bestAt = (serversPerNode: number) =>
    smallestOf((factor) => misfitOf(steps, { ...law, service: scaledService(shape, factor), serversPerNode }), SERVICE_RANGE, HALVINGS);
  const chosen = bestServers(fewest, most, (servers) => bestAt(servers).value, near?.serversPerNode);
  const { at, value } = bestAt(chosen);
  return { service: scaledService(shape, at), serversPerNode: chosen, misfit: value, unbounded: chosen >= most - 1 };
}

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

function misfitOf(steps: readonly SteadyStep[], world: Omit<NodeWorld, 'ca2'>): number {
  let sum = 0;
  for (const { step, rate, ca2, tails } of steps) {
    const tail = responseTail({ ...world, ca2 }, step.nodes, rate);
    if (tail === null) return UNSTABLE;
    for (const { time, share, variance } of tails) sum += Math.log(Math.max(TINY, tail(time)) / share) ** 2 / (variance + MODEL_VARIANCE);
  }
  return sum;
}

/** A step that was served cannot come from a queue that grows without end. */
const UNSTABLE = 1e12;
const TINY = 1e-12;
/** No formula is exact to better than 2 % of a tail: without it one long step would outweigh all others. */
const MODEL_VARIANCE = 0.02 ** 2;

/** The histogram as a service law of few atoms: equal slices of the body, and finer ones beyond the 99th percentile. */
function shapeOf({ times, counts, count }: StepHistogram): ServiceLaw {
  const slices = [
    ...Array.from({ length: ATOMS.body }, () => ATOMS.from / ATOMS.body),
    ...Array.from({ length: ATOMS.beyond }, () => (1 - ATOMS.from) / ATOMS.beyond),
  ];
  const atoms: number[] = [];
  let [cell, left] = [0, counts[0]!];
  for (const slice of slices) {
    let need = slice * count;
    let sum = 0;
    while (need > 1e-9 && cell < times.length) {
      const taken = Math.min(need, left);
      sum += taken * times[cell]!;
      need -= taken;
      left -= taken;
      if (left <= 1e-9) left = counts[++cell] ?? 0;
    }
    atoms.push(sum / (slice * count - need || 1));
  }
  return atomService(
    atoms.map((time, i) => (time > 0 ? time : atoms[i - 1]!)),
    slices,
  );
}
