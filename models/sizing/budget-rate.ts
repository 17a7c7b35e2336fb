import { type NodeWorld, responseTail, saturationRate } from '../capacity/laws/node-world.ts';
import { mustBe } from '../numeric/must-be.ts';

/** A latency budget: the percentile (in percent) of the response time stays at or below the limit. */
export interface LatencyTarget {
  readonly percentile: number;
  /** In the unit of the service time. */
  readonly limit: number;
}

/** Halvings of the rate: far below what any of the inputs is known to. */
const HALVINGS = 24;

/** Refuses a budget that cannot be asked for. */
export function checkTarget({ percentile, limit }: LatencyTarget): void {
  mustBe.percentile('budget', percentile);
  mustBe.positive('budget', limit);
}

/** True when nodes keep a budget at an arrival rate. */
export function keepsBudget(world: NodeWorld, nodes: number, rate: number, { percentile, limit }: LatencyTarget): boolean {
  const tail = responseTail(world, nodes, rate);
  return tail !== null && tail(limit) <= (100 - percentile) / 100;
}

/**
 * Largest arrival rate at which nodes keep a latency budget; 0 when the service alone breaks it.
 * Used as the capacity of a plan: above it the budget breaks, long before the servers are all busy.
 *
 *   λ* = max { λ : P(R > limit; λ, n) ≤ 1 − p }, by halving, as the tail rises with λ
 *
 * Valid for: the response model of `responseTail`. Refuses what `checkTarget` refuses.
 */
export function budgetRate(world: NodeWorld, nodes: number, target: LatencyTarget): number {
  checkTarget(target);
  if (!keepsBudget(world, nodes, 0, target)) return 0;
  let [low, high] = [0, saturationRate(world, nodes)];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (keepsBudget(world, nodes, middle, target)) low = middle;
    else high = middle;
  }
  return low;
}
