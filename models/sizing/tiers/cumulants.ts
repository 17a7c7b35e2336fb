import type { ServiceLaw } from '../../capacity/laws/service-law.ts';

/** Mean, variance and third central moment of a time: of independent times they add up. */
export type Cumulants = readonly [mean: number, variance: number, third: number];

export const NO_TIME: Cumulants = [0, 0, 0];

/** A times `factor` more of B, as if each part of it came by itself. */
export const plus = (a: Cumulants, b: Cumulants, factor = 1): Cumulants => [
  a[0] + factor * b[0],
  a[1] + factor * b[1],
  a[2] + factor * b[2],
];

/**
 * Cumulants of a service time that is exponential (cs² 1) or lognormal.
 *
 *   exponential κ₃ = 2m³ · lognormal κ₃ = m³ c⁴(c² + 3)
 *
 * @example ofService({ mean: 2, cs2: 0, tail: () => 0, delayed: () => 0 }) // => [2, 0, 0]
 */
export function ofService({ mean, cs2 }: ServiceLaw): Cumulants {
  return [mean, cs2 * mean ** 2, (cs2 === 1 ? 2 : cs2 ** 2 * (cs2 + 3)) * mean ** 3];
}

/** Cumulants of a wait with the tail delay · e^{−decay·t}. */
export function ofWait(delay: number, decay: number): Cumulants {
  if (delay === 0 || decay === Number.POSITIVE_INFINITY) return NO_TIME;
  const [one, two, three] = [delay / decay, (2 * delay) / decay ** 2, (6 * delay) / decay ** 3];
  return [one, two - one ** 2, three - 3 * one * two + 2 * one ** 3];
}

/** The first three moments of a mix of times. */
export function mixMoments(parts: readonly Cumulants[], weights: readonly number[]): readonly [number, number, number] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (part: Cumulants) => number) => parts.reduce((sum, part, i) => sum + weights[i]! * of(part), 0) / total;
  return [mean(([one]) => one), mean(([one, two]) => two + one ** 2), mean(([one, two, three]) => three + 3 * one * two + one ** 3)];
}
