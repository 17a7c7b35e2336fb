import { crossing } from './search.ts';

/** Share beyond which a tail is cut, and slices up to there. */
const BEYOND = 1e-6;
const SLICES = 2_000;

/**
 * Mean of a time from its tail, in its unit; `scale` is a time of its order, at which the search for its end begins.
 *
 *   E[T] = ∫ P(T > t) dt, by the midpoint rule up to where a millionth is left
 *
 * Valid for: tails that fall fast beyond a millionth; an exponential one is good to 2e-6.
 * @example areaUnderTail((t) => Math.exp(-t / 3), 3).toFixed(4) // => '3.0000'
 */
export function areaUnderTail(tail: (t: number) => number, scale: number): number {
  const width = crossing(tail, BEYOND, scale) / SLICES;
  let sum = 0;
  for (let i = 0; i < SLICES; i++) sum += tail((i + 0.5) * width);
  return sum * width;
}
