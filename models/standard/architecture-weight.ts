import { Refusal } from '../refusal.ts';

/**
 * Weights by which the standard multiplies a result for tiers that share a machine (table 6-7), applied once:
 * 1 own tier · 1.6 WEB and WAS together · 1.7 WAS and DB together · 2.1 all on one machine.
 */
const ARCHITECTURE_WEIGHTS: readonly number[] = [1, 1.6, 1.7, 2.1];

/**
 * A weight of the table, or a refusal that names them; 1 when absent.
 * @example architectureWeight(1.6) // => 1.6
 */
export function architectureWeight(weight = 1): number {
  if (ARCHITECTURE_WEIGHTS.includes(weight)) return weight;
  throw new Refusal('out-of-range', `weight: must be one of ${ARCHITECTURE_WEIGHTS.join(', ')} (table 6-7 of the standard), got ${weight}`);
}
