import type { ArrivalCurve } from '../arrival-curve.ts';

/** Several streams of arrivals at once: rates and expected arrivals add up. Of no curves, nobody comes. */
export function sum(curves: readonly ArrivalCurve[]): ArrivalCurve {
  const total = (read: (curve: ArrivalCurve) => number) => {
    let value = 0;
    for (const curve of curves) value += read(curve);
    return value;
  };
  return {
    rateAt: (seconds) => total((curve) => curve.rateAt(seconds)),
    arrivalsUntil: (seconds) => total((curve) => curve.arrivalsUntil(seconds)),
  };
}
