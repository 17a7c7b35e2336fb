import type { HitRate } from '../../results/forecast/prediction-check.ts';
import { wilson } from '../../statistics/wilson.ts';

/** Quantiles a claim stated for a peak, and the actual peak. */
export interface CheckedClaim {
  readonly quantiles: Readonly<Record<string, number>>;
  readonly actual: number;
}

/**
 * Hit rate of each quantile, named `p50` and so on, with its 95 % interval. A level outside of the interval is one to correct.
 *
 * @example hitRates([{ quantiles: { p50: 10 }, actual: 9 }])[0].hits // => 1
 */
export function hitRates(claims: readonly CheckedClaim[]): HitRate[] {
  const names = Object.keys(claims[0]?.quantiles ?? {});
  return names.map((name) => {
    const level = Number(name.slice(1)) / 100;
    const hits = claims.filter(({ quantiles, actual }) => actual <= quantiles[name]!).length;
    const interval = wilson(hits, claims.length)!;
    const judgement = level > interval.high ? 'low' : level < interval.low ? 'high' : 'fine';
    return { level, hits, claims: claims.length, interval, judgement };
  });
}
