import type { ArrivalCurve } from '../arrival-curve.ts';
import type { ParametersOf } from './parameters.ts';

/**
 * A deadline: `from` before `start`, exponential growth from `from` to `to` until the deadline, nobody afterwards.
 *
 *   λ(t) = from·e^(k·u),  k = ln(to/from) / (deadline − start),  u seconds since `start`
 *   Λ(t) = from·start + from·(e^(k·u) − 1)/k
 *
 * Valid for from, to > 0 and 0 ≤ start < deadline.
 *
 * @example deadline({ from: 1, to: 10, start: 0, deadline: 60 }).rateAt(61) // => 0
 */
export function deadline({ from, to, start, deadline: end }: ParametersOf<'deadline'>): ArrivalCurve {
  const growth = Math.log(to / from) / (end - start);
  return {
    rateAt(seconds) {
      if (seconds > end) return 0;
      return from * Math.exp(growth * Math.max(seconds - start, 0));
    },
    arrivalsUntil(seconds) {
      if (seconds <= start) return from * seconds;
      const growing = Math.min(seconds, end) - start;
      const exponent = growth * growing;
      // (e^x − 1)/x tends to 1 where growth vanishes.
      const meanFactor = exponent === 0 ? 1 : Math.expm1(exponent) / exponent;
      return from * start + from * growing * meanFactor;
    },
  };
}
