import { mustBe } from './must-be.ts';

/** Percentiles returned by default. */
export const USUAL_PERCENTILES: readonly number[] = [50, 95, 99];

/**
 * A quantile function read at percentiles, keyed by the percentile as written (`"99"`, `"99.9"`).
 * `quantileOfTail` takes the share beyond, 1 − p, because 1 − 0.9999 loses digits and (100 − 99.99)/100 loses fewer.
 *
 * @example atPercentiles([50], (beyond) => beyond * 10) // => { '50': 5 }
 */
export function atPercentiles(percentiles: readonly number[], quantileOfTail: (beyond: number) => number): Record<string, number> {
  const values: Record<string, number> = {};
  for (const percentile of percentiles) {
    mustBe.percentile('percentiles', percentile);
    values[String(percentile)] = quantileOfTail((100 - percentile) / 100);
  }
  return values;
}
