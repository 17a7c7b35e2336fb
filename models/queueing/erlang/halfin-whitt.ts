import { normalDensity, normalTail } from '../../distributions/normal.ts';
import { mustBe } from '../../numeric/must-be.ts';
import { crossing } from '../../numeric/search.ts';
import { Refusal } from '../../refusal.ts';

/**
 * Halfin–Whitt: probability of waiting when c = a + β√a servers carry a large load of a erlang.
 * Used to start every sizing search and as the staffing rule c = ⌈a + β√a⌉ of time-varying arrivals.
 *
 *   α(β) = 1 / (1 + β Φ(β)/φ(β))
 *
 *   β  servers above the load in units of √a, above 0    Φ, φ  standard normal probability and density
 *
 * Φ is taken as one minus its tail, which is exact to the last digit for β > 0. Where φ underflows (β > 38) the answer is 0, the limit.
 * Source: S. Halfin and W. Whitt, Operations Research 29(3), 1981. Valid for: M/M/c with many servers; against the exact minimum of servers
 * it is right or one short for a from 10 to 1e5, so finish with Erlang C (`serversForDelay`).
 * @example halfinWhittDelay(0.506054) // => 0.500000
 */
export function halfinWhittDelay(beta: number): number {
  mustBe.positive('beta', beta);
  return 1 / (1 + (beta * (1 - normalTail(beta))) / normalDensity(beta));
}

/**
 * The β at which the share of `halfinWhittDelay` is reached: its inverse, by halving, since α falls steadily in β.
 *
 * @example halfinWhittBeta(0.5) // => 0.506054
 */
export function halfinWhittBeta(delayProbability: number): number {
  mustBe.openShare('delayProbability', delayProbability);
  return crossing((beta) => (beta === 0 ? 1 : halfinWhittDelay(beta)), delayProbability, 1);
}

/** One of the two; the other is the answer. */
export interface HalfinWhittArguments {
  readonly delayProbability?: number;
  readonly beta?: number;
}

/**
 * The Halfin–Whitt relation in whichever direction it is asked.
 *
 * @example halfinWhitt({ beta: 1 }).delayProbability // => 0.2233612748
 */
export function halfinWhitt({ delayProbability, beta }: HalfinWhittArguments): { beta?: number; delayProbability?: number } {
  if (delayProbability !== undefined && beta === undefined) return { beta: halfinWhittBeta(delayProbability) };
  if (beta !== undefined && delayProbability === undefined) return { delayProbability: halfinWhittDelay(beta) };
  const given = beta === undefined ? 'neither' : 'both';
  throw new Refusal('missing-argument', `delayProbability, beta: exactly one must be given, got ${given}; the other is the answer`);
}
