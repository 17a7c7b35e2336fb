import type { ArrivalCurve } from '../arrival-curve.ts';
import type { ParametersOf } from './parameters.ts';

/**
 * A day, or any other period P: a cosine around the mean rate.
 *
 *   λ(t) = mean·(1 + A·cos(ω·(t − peakAt))),  ω = 2π/P
 *   Λ(t) = mean·(t + A/ω·(sin(ω·(t − peakAt)) + sin(ω·peakAt)))
 *
 * Valid for 0 ≤ A ≤ 1 and P > 0.
 *
 * @example diurnal({ mean: 10, amplitude: 0.5, period: 86400, peakAt: 43200 }).rateAt(43200) // => 15
 */
export function diurnal({ mean, amplitude, period, peakAt }: ParametersOf<'diurnal'>): ArrivalCurve {
  const omega = (2 * Math.PI) / period;
  const before = Math.sin(omega * peakAt);
  return {
    rateAt: (seconds) => mean * (1 + amplitude * Math.cos(omega * (seconds - peakAt))),
    arrivalsUntil: (seconds) => mean * (seconds + (amplitude / omega) * (Math.sin(omega * (seconds - peakAt)) + before)),
  };
}
