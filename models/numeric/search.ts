import { Refusal } from '../refusal.ts';

/** Halvings of an interval: more than the 53 bits of a double, and a few for the exponent. */
const HALVINGS = 200;

/**
 * Argument at which a decreasing function falls to `target`, by bisection after doubling an upper end from `scale`; 0 when the function
 * starts at or below `target`. `scale` is a guess of the answer in its unit. Throws a Refusal (`no-answer`) when there is no crossing below
 * 1e300.
 *
 * @example crossing((t) => Math.exp(-t), Math.exp(-3), 1) // => 3
 */
export function crossing(decreasing: (t: number) => number, target: number, scale: number): number {
  if (decreasing(0) <= target) return 0;
  let low = 0;
  let high = scale;
  while (decreasing(high) > target) {
    low = high;
    high *= 2;
    if (high > 1e300)
      throw new Refusal('no-answer', 'the search for a crossing left the range of numbers; check the units of the arguments');
  }
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (decreasing(middle) > target) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * Smallest whole number of at least `from` for which `holds` is true, provided it is true for every larger one too. Throws a Refusal
 * (`infeasible`) above 1e12. Doubles the step until it holds, then halves the bracket, so a search that starts close takes few evaluations.
 *
 * @example smallestWhole(1, (n) => n * n >= 50) // => 8
 */
export function smallestWhole(from: number, holds: (n: number) => boolean): number {
  if (holds(from)) return from;
  let low = from;
  let step = 1;
  while (!holds(low + step)) {
    low += step;
    step *= 2;
    if (step > 1e12) throw new Refusal('infeasible', 'infeasible: no number up to 1e12 meets the target');
  }
  let high = low + step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
