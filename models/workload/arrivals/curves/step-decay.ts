import type { ArrivalCurve } from '../arrival-curve.ts';
import type { ParametersOf } from './parameters.ts';

/**
 * Doors open: nothing before `at`, `peak` for `hold` seconds, then the rate halves every `halfLife` seconds.
 *
 *   λ(t) = peak·2^(−u/h)                  u seconds since the hold ended, h half-life
 *   Λ(t) = peak·hold + peak·h/ln 2·(1 − 2^(−u/h))
 *
 * Valid for at, hold ≥ 0 and halfLife > 0. In the limit peak·(hold + halfLife/ln 2) people come.
 *
 * @example stepDecay({ at: 10, peak: 8, hold: 5, halfLife: 2 }).rateAt(19) // => 2
 */
export function stepDecay({ at, peak, hold, halfLife }: ParametersOf<'step-decay'>): ArrivalCurve {
  const decayFrom = at + hold;
  const decay = Math.LN2 / halfLife;
  return {
    rateAt(seconds) {
      if (seconds < at) return 0;
      return seconds < decayFrom ? peak : peak * 2 ** ((decayFrom - seconds) / halfLife);
    },
    arrivalsUntil(seconds) {
      if (seconds <= at) return 0;
      if (seconds <= decayFrom) return peak * (seconds - at);
      return peak * hold - (peak / decay) * Math.expm1(-decay * (seconds - decayFrom));
    },
  };
}
