import { normal, type Random } from './random.ts';
import type { ThinkTimeSpec } from './think-time.ts';

/** 95 % quantile of the standard normal distribution. */
const Z95 = 1.6448536269514722;

/**
 * How long one person takes this time, in milliseconds.
 * Lognormal: median·e^(σ·z) with σ = ln(p95/median)/z₉₅, so that half stay below the median and 95 % below p95.
 *
 * @example thinkTime({ kind: 'uniform', low: 200, high: 400 }, () => 0.5) // => 300
 */
export function thinkTime(spec: ThinkTimeSpec, random: Random): number {
  switch (spec.kind) {
    case 'constant':
      return spec.value;
    case 'uniform':
      return spec.low + (spec.high - spec.low) * random();
    case 'lognormal':
      return spec.median * Math.exp((Math.log(spec.p95 / spec.median) / Z95) * normal(random));
  }
}
