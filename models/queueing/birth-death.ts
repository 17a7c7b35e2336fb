import { Refusal } from '../refusal.ts';

export interface BirthDeath {
  /** Rate from state k to k + 1, 1/time. */
  readonly birth: (k: number) => number;
  /** Rate from state k to k − 1, 1/time; above 0 for k ≥ 1. */
  readonly death: (k: number) => number;
  /** A most likely state: the sum starts there. */
  readonly mode: number;
  /** The largest state; Infinity when there is none. */
  readonly last: number;
  /** Weight relative to the mode below which states are left out. */
  readonly negligible: number;
}

/** Probabilities of the states `first`, `first + 1`, …; the states left out are negligible. */
export interface StateProbabilities {
  readonly first: number;
  readonly probabilities: Float64Array;
}

/** About 40 MB of doubles, and half a second of work. */
const MOST_STATES = 5_000_000;

/**
 * Stationary distribution of a birth–death chain with one mode.
 * Used by every queue whose state is the number of people in it.
 *
 *   p_{k+1} = p_k · birth(k)/death(k + 1),  Σ p_k = 1
 *
 * Walks outwards from the mode, where the weight is 1, so that nothing overflows and only negligible weights underflow;
 * all terms are positive, so nothing cancels. Refuses (`out-of-range`) a chain of more than 5 million states that matter.
 * @example stationaryOf({ birth: () => 1, death: () => 2, mode: 0, last: 1, negligible: 0 }).probabilities[1] // => 0.3333333333
 */
export function stationaryOf({ birth, death, mode, last, negligible }: BirthDeath): StateProbabilities {
  const above: number[] = [];
  let weight = 1;
  for (let k = mode; k < last && above.length <= MOST_STATES; k++) {
    weight *= birth(k) / death(k + 1);
    if (weight <= negligible) break;
    above.push(weight);
  }
  const below: number[] = [];
  weight = 1;
  for (let k = mode; k > 0 && below.length <= MOST_STATES; k--) {
    weight *= death(k) / birth(k - 1);
    if (weight <= negligible) break;
    below.push(weight);
  }
  if (above.length + below.length > MOST_STATES) {
    throw new Refusal(
      'out-of-range',
      `the system has more than ${MOST_STATES} states that matter; give fewer places or a lower utilisation`,
    );
  }
  const probabilities = new Float64Array(below.length + 1 + above.length);
  probabilities.set(below.reverse());
  probabilities[below.length] = 1;
  probabilities.set(above, below.length + 1);
  normalise(probabilities);
  return { first: mode - below.length, probabilities };
}

function normalise(weights: Float64Array): void {
  let sum = 0;
  for (const weight of weights) sum += weight;
  for (let i = 0; i < weights.length; i++) weights[i]! /= sum;
}
