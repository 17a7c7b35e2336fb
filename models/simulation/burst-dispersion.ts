import type { Bursts } from '../results/plan/bursts.ts';

/**
 * Index of dispersion of the counts in a window: their variance over their mean, 1 for Poisson arrivals. Used to hold bursts against what was counted.
 *
 *   I(w) = 1 + 2λvτ(1 − τ(1 − e^{−w/τ})/w),   v = (f − 1)²p/(1 − p),   τ = d(1 − p)
 *
 *   λ  mean rate   f  factor   p  share   d  length of a burst   w  window, unit of time
 *
 * Source: variance of the counts of a Poisson process whose rate is a stationary two-state Markov process; Cox and Isham, Point Processes, 1980.
 * @example Math.round(burstDispersion({ factor: 2, share: 0.5, seconds: 1 }, 330, 1e15)) // => 331
 */
export function burstDispersion({ factor, share, seconds }: Bursts, rate: number, window: number): number {
  const memory = seconds * (1 - share);
  const variance = ((factor - 1) ** 2 * share) / (1 - share);
  return 1 + 2 * rate * variance * memory * (1 + (memory / window) * Math.expm1(-window / memory));
}
