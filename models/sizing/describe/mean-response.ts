import { type NodeWorld, responseTail } from '../../capacity/laws/node-world.ts';
import { crossing } from '../../numeric/search.ts';

/** Share of the responses beyond which the tail is cut, and steps of the trapezoidal rule up to it: the mean is good to a tenth of a percent. */
const BEYOND = 1e-5;
const STEPS = 400;

/**
 * Mean response time of nodes at an arrival rate, in the unit of the service time; that of the service alone where the queue would grow without end.
 *
 *   E[R] = ∫ P(R > t) dt
 */
export function meanResponse(world: NodeWorld, nodes: number, rate: number): number {
  const tail = responseTail(world, nodes, rate);
  if (tail === null) return world.service.mean;
  const step = crossing(tail, BEYOND, world.service.mean) / STEPS;
  let sum = tail(0) / 2;
  for (let i = 1; i <= STEPS; i++) sum += tail(i * step);
  return sum * step;
}
