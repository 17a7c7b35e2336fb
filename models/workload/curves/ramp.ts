import type { ArrivalCurve } from '../arrival-curve.ts';
import type { ParametersOf } from './parameters.ts';

/**
 * Linear from `from` to `to` between `start` and `end`; `from` before, `to` after.
 *
 *   Λ(t) = from·t + m·u²/2 + (to − from)·v     u seconds spent on the slope m, v seconds spent after it
 *
 * Valid for 0 ≤ start < end.
 *
 * @example ramp({ from: 0, to: 10, start: 0, end: 10 }).arrivalsUntil(20) // => 150
 */
export function ramp({ from, to, start, end }: ParametersOf<'ramp'>): ArrivalCurve {
  const slope = (to - from) / (end - start);
  const onSlope = (seconds: number) => Math.min(Math.max(seconds - start, 0), end - start);
  return {
    rateAt: (seconds) => (seconds < end ? from + slope * onSlope(seconds) : to),
    arrivalsUntil(seconds) {
      const climbing = onSlope(seconds);
      return from * seconds + (slope * climbing * climbing) / 2 + (to - from) * Math.max(seconds - end, 0);
    },
  };
}
