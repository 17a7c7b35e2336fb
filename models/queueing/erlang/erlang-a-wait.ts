import type { AbandonmentStates } from './erlang-a-states.ts';

export interface QueueWithPatience extends AbandonmentStates {
  readonly serviceRate: number;
  readonly abandonRate: number;
  readonly servers: number;
}

/**
 * P(offered wait > t) over all arrivals of Erlang A: the wait of a customer with unlimited patience. Used for the service levels and, times
 * e^{−θt}, for the tail of the actual wait.
 *
 *   Σ_j P(j waiting in front) · Σ_{i≤j} b_i(t),  b_0 = e^{−cμt},  b_i = b_{i−1} · (cμ + (i − 1)θ)/i · (1 − e^{−θt})/θ
 *
 * The wait behind j people is a sum of exponentials of rates cμ, cμ + θ, …, cμ + jθ, whose tail is this negative binomial sum; for θ → 0 it is
 * the Poisson sum of Erlang C. All terms are positive; b_i is carried as a logarithm because b_0 underflows for long waits.
 * Source: derived from the competing exponentials; equals the Baccelli–Hebuterne integral. Valid for: exponential service and patience.
 * @example offeredWaitTail({ waitingStates: Float64Array.of(0.5), ahead: 0, freeProbability: 0.5, waitProbability: 0.5, blocking: 0, meanQueue: 0, meanBusy: 1, serviceRate: 1, abandonRate: 1, servers: 1 }, 1) // => 0.1839397206
 */
export function offeredWaitTail(queue: QueueWithPatience, t: number): number {
  const clearRate = queue.servers * queue.serviceRate;
  return sumBehind(queue, clearRate, t, (_ahead, beyond) => beyond);
}

/**
 * P(wait > 0 and served after at most t) over all arrivals of Erlang A.
 *
 *   Σ_j P(j in front) · cμ/(cμ + (j + 1)θ) · (1 − Σ_{i≤j} b_i(t)),  b of rates cμ + θ, …
 *
 * Behind j people the probability of service before the own patience ends is a telescoping product, and given that, the wait is a sum of
 * exponentials of rates cμ + θ, …, cμ + (j + 1)θ.
 * @example waitAndServedWithin({ waitingStates: Float64Array.of(0.5), ahead: 0, freeProbability: 0.5, waitProbability: 0.5, blocking: 0, meanQueue: 0, meanBusy: 1, serviceRate: 1, abandonRate: 1, servers: 1 }, 1e9) // => 0.25
 */
export function waitAndServedWithin(queue: QueueWithPatience, t: number): number {
  const clearRate = queue.servers * queue.serviceRate;
  const { abandonRate } = queue;
  return sumBehind(queue, clearRate + abandonRate, t, (ahead, beyond) => {
    const served = clearRate / (clearRate + (ahead + 1) * abandonRate);
    return served * Math.max(0, 1 - beyond);
  });
}

/** Σ over the waiting states of P(state) · value(people in front, P(their leaving takes longer than t)). */
function sumBehind(queue: QueueWithPatience, rate: number, t: number, value: (ahead: number, beyond: number) => number): number {
  const { waitingStates, ahead: first, abandonRate } = queue;
  const span = abandonRate === 0 ? t : -Math.expm1(-abandonRate * t) / abandonRate;
  let logTerm = -rate * t;
  let beyond = Math.exp(logTerm);
  let sum = 0;
  for (let ahead = 0; ahead < first + waitingStates.length; ahead++) {
    if (ahead > 0) {
      logTerm += Math.log(((rate + (ahead - 1) * abandonRate) / ahead) * span);
      beyond += Math.exp(logTerm);
    }
    if (ahead >= first) sum += waitingStates[ahead - first]! * value(ahead, Math.min(1, beyond));
  }
  return sum;
}
