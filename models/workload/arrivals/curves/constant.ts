import type { ArrivalCurve } from '../arrival-curve.ts';
import type { ParametersOf } from './parameters.ts';

/**
 * The same rate all the time: λ(t) = r, Λ(t) = r·t.
 *
 * @example constant({ rate: 5 }).arrivalsUntil(10) // => 50
 */
export function constant({ rate }: ParametersOf<'constant'>): ArrivalCurve {
  return { rateAt: () => rate, arrivalsUntil: (seconds) => rate * seconds };
}
