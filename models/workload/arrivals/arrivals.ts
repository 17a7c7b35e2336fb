import { exponential, type Random } from '../users/random.ts';
import type { ArrivalCurve } from './arrival-curve.ts';

export interface ArrivalOptions {
  readonly curve: ArrivalCurve;
  /** Nobody arrives after this, seconds since the start. */
  readonly until: number;
  /** The part of the whole stream that is drawn here, above 0 to 1: 1/n on each of n VUs. */
  readonly share: number;
  readonly random: Random;
  /** Even spacing in expected arrivals in place of a Poisson process. */
  readonly even: boolean;
  /** Even spacing only: where this share begins, i/n on the i-th of n VUs, so that the shares interleave. */
  readonly offset: number;
}

/** The next arrival in seconds since the start, never earlier than the one before; null when there are no more. */
export type NextArrival = () => number | null;

/** How exactly a time is found, in seconds: far below the 20 ms tick it will be started on. */
const TIME_TOLERANCE = 1e-7;

/**
 * The earliest time in [from, until] at which the curve has brought `target` arrivals; the caller knows that there is one.
 * Newton's steps inside a bracket; every third step halves it, which ends the search where the rate is 0 or jumps.
 */
function timeOf(target: number, curve: ArrivalCurve, from: number, until: number): number {
  let low = from;
  let high = until;
  let guess = from;
  for (let round = 1; high - low > TIME_TOLERANCE; round++) {
    const missing = target - curve.arrivalsUntil(guess);
    if (missing > 0) low = guess;
    else high = guess;
    const rate = curve.rateAt(guess);
    const next = guess + missing / rate;
    if (rate > 0 && Math.abs(next - guess) < TIME_TOLERANCE) return Math.min(Math.max(next, from), until);
    guess = next > low && next < high && round % 3 !== 0 ? next : (low + high) / 2;
  }
  return high;
}

/**
 * One share of an arrival process with any rate λ(t), without storing it.
 *
 * Time-rescaling (Çinlar, Introduction to Stochastic Processes, 1975, ch. 4; Brown et al. 2002): where a process of rate 1 has its points s₁ < s₂ < …, one of
 * rate λ has them at Λ⁻¹(s₁), Λ⁻¹(s₂), …, Λ being `arrivalsUntil`. Independent Poisson processes of rate λ/n add up to one
 * of rate λ, so n VUs can each draw their own share with their own random stream and never talk.
 * With `even`, the points of all shares together lie at Λ = ½, 1½, 2½ …
 *
 * @example arrivalTimes({ curve: { rateAt: () => 2, arrivalsUntil: (t) => 2 * t }, until: 1, share: 1, random: () => 0, even: true, offset: 0 })() // => 0.25
 */
export function arrivalTimes({ curve, until, share, random, even, offset }: ArrivalOptions): NextArrival {
  const expected = curve.arrivalsUntil(until);
  let last = 0;
  let target = even ? offset + share / 2 - 1 : 0;
  return () => {
    target += even ? 1 : exponential(random);
    const arrivals = target / share;
    if (!(arrivals <= expected)) return null;
    last = timeOf(arrivals, curve, last, until);
    return last;
  };
}
