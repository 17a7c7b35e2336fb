import type { ServiceLaw } from '../../capacity/laws/service-law.ts';

/** Places of a grid up to a budget: rounding a time to one of them moves it by an eighth of a percent of the budget at most. */
const PLACES = 400;

/** Shares of a time by its place on a grid from 0 to a limit; what is beyond the limit is left out. */
export type Shares = Float64Array;

/** A grid up to a limit, whose last half place lies beyond it. */
export const placeLength = (limit: number): number => limit / (PLACES + 0.5);

/** All of it at time 0. */
export function noTime(): Shares {
  const shares = new Float64Array(PLACES + 1);
  shares[0] = 1;
  return shares;
}

/** A service time, each value rounded to the nearest place. */
export function sharesOf({ tail }: ServiceLaw, limit: number): Shares {
  const length = placeLength(limit);
  const shares = new Float64Array(PLACES + 1);
  let before = 1;
  for (let i = 0; i <= PLACES; i++) {
    const beyond = tail((i + 0.5) * length);
    shares[i] = before - beyond;
    before = beyond;
  }
  return shares;
}

/**
 * Shares of the sum of two independent times, up to the limit.
 *
 * @example sumOf(Float64Array.of(0.5, 0.5), Float64Array.of(0.5, 0.5))[1] // => 0.5
 */
export function sumOf(a: Shares, b: Shares): Shares {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) {
    if (a[i] === 0) continue;
    for (let j = 0; i + j < a.length; j++) result[i + j]! += a[i]! * b[j]!;
  }
  return result;
}

/**
 * Shares after a wait with the tail delay · e^{−decay·t} in addition: by recursion, since a geometric tail needs no convolution.
 *
 *   y_i = (1 − C) x_i + C (e₀ x_i + u_i),  u_i = q u_{i−1} + e₁ x_{i−1},  q = e^{−ηh},  e₀ = 1 − e^{−ηh/2},  e₁ = e^{−ηh/2}(1 − q)
 */
export function afterWait(shares: Shares, delay: number, decay: number, length: number): Shares {
  if (delay === 0 || decay === Number.POSITIVE_INFINITY) return shares;
  const [half, q] = [Math.exp((-decay * length) / 2), Math.exp(-decay * length)];
  const [atOnce, next] = [1 - half, half * (1 - q)];
  const result = new Float64Array(shares.length);
  let later = 0;
  for (let i = 0; i < shares.length; i++) {
    if (i > 0) later = q * later + next * shares[i - 1]!;
    result[i] = (1 - delay) * shares[i]! + delay * (atOnce * shares[i]! + later);
  }
  return result;
}

/** Share of a time within the limit of its grid. */
export const within = (shares: Shares): number => shares.reduce((sum, share) => sum + share, 0);
