import { normal, type Random } from '../../../models/workload/users/random.ts';

/** A lognormal distribution by two of its percentiles, milliseconds. */
export interface Lognormal {
  readonly p50: number;
  readonly p99: number;
}

/** The 99th percentile of the standard normal distribution. */
const Z99 = 2.3263478740408408;

const sigmaOf = ({ p50, p99 }: Lognormal): number => Math.log(p99 / p50) / Z99;

/**
 * Mean of a lognormal distribution, in the unit of its percentiles: p50 · exp(σ²/2), σ = ln(p99/p50) / z₀.₉₉.
 *
 * @example lognormalMean({ p50: 10, p99: 10 }) // => 10
 */
export function lognormalMean(times: Lognormal): number {
  return times.p50 * Math.exp(sigmaOf(times) ** 2 / 2);
}

/** One draw, in the unit of the percentiles: p50 · exp(σ·N(0,1)). */
export function drawLognormal(times: Lognormal, random: Random): number {
  return times.p50 * Math.exp(sigmaOf(times) * normal(random));
}
