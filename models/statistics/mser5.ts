import { Refusal } from '../refusal.ts';

export interface Mser5Answer {
  /** Batches of five to leave out at the start. */
  readonly truncatedBatches: number;
  /** Mean of the remaining values. */
  readonly mean: number;
  /** The squared standard error that is minimised. */
  readonly objective: number;
}

const BATCH = 5;

/** Fewer batches leave no half to search. */
const LEAST_BATCHES = 4;

/**
 * MSER-5: how much of the start of a series is warm-up.
 * Used to cut a measured step or a simulation before its mean is taken.
 *
 *   Z_j means of five in a row, k of them;  d* = argmin_{d ≤ k/2} Σ_{j>d} (Z_j − Z̄_d)²/(k − d)²
 *
 * A truncation of half means the series is not stationary: measure longer. What does not fill the last batch is left out; of equal minima the
 * first counts. Sums run backwards from the end with the mean updated, so that a large common level does not cancel.
 * Source: White 1997; White, Cobb and Spratt, A comparison of five steady-state truncation heuristics, 2000.
 * @example mser5([9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]).truncatedBatches // => 1
 */
export function mser5(values: readonly number[]): Mser5Answer {
  const batches = Math.floor(values.length / BATCH);
  if (batches < LEAST_BATCHES) {
    throw new Refusal('out-of-range', `values: must be at least ${BATCH * LEAST_BATCHES} (four batches of five), got ${values.length}`);
  }
  let best: Mser5Answer = { truncatedBatches: 0, mean: 0, objective: Number.POSITIVE_INFINITY };
  let [mean, squares] = [0, 0];
  for (let cut = batches - 1; cut >= 0; cut--) {
    const batch = values.slice(cut * BATCH, (cut + 1) * BATCH).reduce((sum, value) => sum + value, 0) / BATCH;
    const kept = batches - cut;
    const distance = batch - mean;
    mean += distance / kept;
    squares += distance * (batch - mean);
    const objective = squares / kept ** 2;
    if (cut <= batches / 2 && objective <= best.objective) best = { truncatedBatches: cut, mean, objective };
  }
  return best;
}
