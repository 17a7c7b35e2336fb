import type { ArrivalCurve } from '../arrival-curve.ts';
import type { ParametersOf } from './parameters.ts';

/**
 * Linear from `from` to `to` between `start` and `end`; `from` before, `to` after.
 *
 *   Λ(t) = from·t                                    before the slope
 *        = from·start + (from + λ(t))/2·(t − start)  on it: a trapezoid
 *        = Λ(end) + to·(t − end)                     after it
 *
 * Valid for 0 ≤ start < end.
 *
 * @example ramp({ from: 0, to: 10, start: 0, end: 10 }).arrivalsUntil(20) // => 150
 */
export function ramp({ from, to, start, end }: ParametersOf<'ramp'>): ArrivalCurve {
  const length = end - start;
  const rateAt = (seconds: number) => {
    if (seconds <= start) return from;
    return seconds < end ? from + (to - from) * ((seconds - start) / length) : to;
  };
  return {
    rateAt,
    arrivalsUntil(seconds) {
      if (seconds <= start) return from * seconds;
      const climbed = Math.min(seconds, end);
      return from * start + ((from + rateAt(climbed)) / 2) * (climbed - start) + to * (seconds - climbed);
    },
  };
}
