import { memoryOf, type NodeWorld, responseTail } from './laws/node-world.ts';
import type { SteadyStep } from './steps/steady-step.ts';

/** Relative error of the tail of the wait, per unit of distance of cs² from exponential: 11 % for cs² 4 at ρ 0.8, more at lower ρ. */
const WAIT_ERROR = 0.08;

/**
 * A step with the variances of its tails from a fitted queue.
 *
 *   var ln q ≥ w²·(2τ/T)·(1 − q)/q + w²·(0.08·(cs² − 1))²
 *
 *   q  share beyond a time   w  part of it that waited   τ  memory of the wait   T  length of the step
 *
 * The spread of blocks alone is too small in steps that happened to have no long excursion; weighed by it they would dominate, and the
 * capacity would be overestimated. The second term is the error of the wait formula.
 */
export function weighTails(step: SteadyStep, law: Omit<NodeWorld, 'ca2'>): SteadyStep {
  const world = { ...law, ca2: step.ca2 };
  const { nodes, blockSeconds } = step.step;
  const tail = responseTail(world, nodes, step.rate);
  if (tail === null) return step;
  const moments = (2 * memoryOf(world, nodes, step.rate)) / (step.blocks.counts.length * blockSeconds);
  const formula = (WAIT_ERROR * (world.service.cs2 - 1)) ** 2;
  const tails = step.tails.map((one) => {
    const waited = Math.max(0, 1 - world.service.tail(one.time) / tail(one.time)) ** 2;
    const seen = one.variance - one.hidden;
    const luck = Math.max(0, (waited * moments * (1 - one.nominal)) / one.nominal - seen);
    const hidden = one.hidden + luck + waited * formula;
    return { ...one, variance: seen + hidden, hidden };
  });
  return { ...step, tails };
}
