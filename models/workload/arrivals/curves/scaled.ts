import type { ArrivalCurve } from '../arrival-curve.ts';

/** The same shape with `by` times as many people; times do not change. */
export function scaled(by: number, curve: ArrivalCurve): ArrivalCurve {
  return {
    rateAt: (seconds) => by * curve.rateAt(seconds),
    arrivalsUntil: (seconds) => by * curve.arrivalsUntil(seconds),
  };
}
