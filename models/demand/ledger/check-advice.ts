import type { CheckAdvice, HitRate } from '../../results/forecast/prediction-check.ts';
import { interpolatedQuantileOf } from '../../statistics/interpolated-quantile.ts';
import type { CheckedClaim } from './hit-rates.ts';

/** Fewest claims from which a 90 % quantile is checked. */
const FEWEST_CLAIMS = 10;
const MIDDLE = 0.5;
const UPPER = 0.9;

/**
 * Advice on the intervals of the next claims, from the hit rates of the claims whose windows are over.
 *
 *   factor = 90 % quantile of log(actual / P50) / log(P90 / P50)
 */
export function checkAdvice(claims: readonly CheckedClaim[], rates: readonly HitRate[]): CheckAdvice {
  if (claims.length === 0) return { what: 'unknown', factor: null };
  const judged = (judgement: HitRate['judgement'], of: (level: number) => boolean): boolean =>
    rates.some((rate) => of(rate.level) && rate.judgement === judgement);
  const upper = (level: number): boolean => level > MIDDLE;
  const what = judged('low', upper)
    ? 'widen'
    : judged('high', upper)
      ? 'narrow'
      : rates.some(({ level, judgement }) => level === MIDDLE && judgement !== 'fine')
        ? 'shift'
        : 'keep';
  return { what, factor: claims.length < FEWEST_CLAIMS ? null : stretch(claims) };
}

function stretch(claims: readonly CheckedClaim[]): number | null {
  const reached = claims
    .map(({ quantiles: { p50, p90 }, actual }) => Math.log(actual / p50!) / Math.log(p90! / p50!))
    .filter(Number.isFinite);
  return reached.length < FEWEST_CLAIMS ? null : interpolatedQuantileOf(reached, UPPER);
}
