import type { SteadyStep } from '../steps/steady-step.ts';
import type { StepHistogram } from '../steps/step-histogram.ts';
import { type NodeWorld, responseTail } from './node-world.ts';

/** Fits are cheap enough to repeat for every resample; atoms beyond these change p99 by less than a cell of the histogram. */
const ATOMS = { body: 40, beyond: 20, from: 0.99 };
/** Weights of the slices that a distribution is cut into, shortest times first. */
export const SLICES: readonly number[] = [
  ...Array.from({ length: ATOMS.body }, () => ATOMS.from / ATOMS.body),
  ...Array.from({ length: ATOMS.beyond }, () => (1 - ATOMS.from) / ATOMS.beyond),
];

/** Width of a cell beside its middle: 1/128 to 1/256. */
const CELL = 1 / 192;

/** A histogram as few values: the means of equal slices of the body, and of finer ones beyond the 99th percentile. */
export function shapeOf({ times, counts, count }: StepHistogram): number[] {
  const atoms: number[] = [];
  let [cell, left] = [0, counts[0]!];
  for (const slice of SLICES) {
    let need = slice * count;
    let sum = 0;
    while (need > 1e-9 && cell < times.length) {
      const taken = Math.min(need, left);
      // Spread over its cell: equal times would make a tail of one step, which no fit can follow.
      const place = counts[cell] === 0 ? 0.5 : 1 - (left - taken / 2) / counts[cell]!;
      sum += taken * times[cell]! * (1 + CELL * (place - 0.5));
      need -= taken;
      left -= taken;
      if (left <= 1e-9) left = counts[++cell] ?? 0;
    }
    atoms.push(sum / (slice * count - need || 1));
  }
  return atoms.map((time, i) => (time > 0 ? time : atoms[i - 1]!));
}

/** Responses of a step, in the slices of a service shape. */
export interface AnsweredStep {
  readonly step: SteadyStep;
  readonly answered: readonly number[];
}

/** Largest mean wait, as a share of the service time, of a step from which the service is estimated. */
const MOST_WAIT = 0.5;

/**
 * Shape of the service time behind the responses of all steps with little waiting.
 *
 *   ln s_k ← Σ over steps of w·ln(s_k·r_k/R_k)/Σ w at the middle of every slice,   w = requests·(1 − W/(S/2))²
 *
 *   s  service   r  measured response   R  response by the fitted queue   W  mean wait by the fitted queue
 *
 * A quantile is corrected by what the model adds to it: repeated with a new fit it settles where model and measurement agree. All calm steps count, because the mean of a
 * service with a long tail is not known from one of them. null when every step waits too long.
 */
export function withoutWaits(steps: readonly AnsweredStep[], shape: readonly number[], world: Omit<NodeWorld, 'ca2'>): number[] | null {
  const factor = world.service.mean / shape.reduce((sum, time, k) => sum + time * SLICES[k]!, 0);
  const service = shape.map((time) => time * factor);
  const logs = service.map(() => 0);
  let total = 0;
  for (const { step, answered } of steps) {
    const tail = responseTail({ ...world, ca2: step.ca2 }, step.step.nodes, step.rate);
    if (tail === null) continue;
    const modelled = quantilesOf(tail, service);
    const wait = modelled.reduce((sum, time, k) => sum + SLICES[k]! * (time - service[k]!), 0) / world.service.mean;
    const weight = step.histogram.count * Math.max(0, 1 - wait / MOST_WAIT) ** 2;
    total += weight;
    for (let k = 0; k < logs.length; k++) logs[k]! += weight * Math.log((service[k]! * answered[k]!) / modelled[k]!);
  }
  return total === 0 ? null : ascending(logs.map((log) => Math.exp(log / total)));
}

/** Points at which a tail is read, from the shortest service to far beyond the longest. */
const POINTS = 72;
const BEYOND_LONGEST = 3;

/** Times at which a tail falls to the middle of every slice, none below the service itself; between points on a line of ln(share). */
function quantilesOf(tail: (t: number) => number, service: readonly number[]): number[] {
  const [least, most] = [service[0]!, BEYOND_LONGEST * service.at(-1)!];
  const points = Array.from({ length: POINTS }, (_, i) => {
    const time = least * (most / least) ** (i / (POINTS - 1));
    return { time, log: Math.log(Math.max(Number.MIN_VALUE, tail(time))) };
  });
  let beyond = 1;
  let at = 1;
  return service.map((time, k) => {
    const log = Math.log(beyond - SLICES[k]! / 2);
    beyond -= SLICES[k]!;
    while (at < POINTS - 1 && points[at]!.log > log) at++;
    const [left, right] = [points[at - 1]!, points[at]!];
    const share = left.log === right.log ? 0 : Math.min(1, Math.max(0, (left.log - log) / (left.log - right.log)));
    return Math.max(time, left.time + share * (right.time - left.time));
  });
}

function ascending(times: readonly number[]): number[] {
  let most = 0;
  return times.map((time) => {
    most = Math.max(most, time);
    return most;
  });
}
