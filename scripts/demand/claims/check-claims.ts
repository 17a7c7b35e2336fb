import type { PredictionCheck } from '../../../models/results/forecast/prediction-check.ts';
import { sayAmount } from '../../../models/words/amount.ts';

const BECAUSE = {
  'needs-hours': 'needs hourly values, and the file has daily ones',
  'before-the-file': 'is before the first day of the file',
  'not-over': 'is not over in this file',
  gaps: 'has unknown values in this file',
} as const;

const ADVICE = {
  widen: 'Peaks came above the upper quantiles too often: the intervals should be wider',
  narrow: 'Peaks came below the upper quantiles more often than stated: the intervals could be narrower',
  shift: 'Only the median is off: the level is forecast too high or too low, the width is right',
  keep: 'The intervals are consistent with the actual peaks',
  unknown: 'No window of these claims is over in this file',
} as const;

/** Sentence with the advice of a check for the next claims. */
export function adviceSentence({ advice: { what, factor } }: PredictionCheck): string {
  const by =
    factor === null || what === 'keep'
      ? ''
      : `; with ${sayAmount(factor)} times the distance from P50 to P90, nine of ten peaks would have been at or below P90`;
  return `${ADVICE[what]}${by}.`;
}

/** Terminal lines of a check: each claim, the hit rate of each quantile, and the advice on the intervals. */
export function checkLines(check: PredictionCheck): string[] {
  const claims = check.claims.map(({ series, window: { from, to }, quantiles: { p50, p90 }, actual, because }) => {
    const verdict = because !== null ? BECAUSE[because] : `was ${sayAmount(actual ?? 0)}, ${(actual ?? 0) <= p90 ? 'within' : 'above'} P90`;
    return `${series} ${from} to ${to}: P50 ${sayAmount(p50)}, P90 ${sayAmount(p90)}; ${verdict}`;
  });
  const judged = { low: 'exceeded too often', high: 'more cautious than stated', fine: 'consistent' } as const;
  const rates = check.rates.map(({ level, hits, claims: all, interval, judgement }) => {
    const range = `${Math.round(interval.low * 100)} to ${Math.round(interval.high * 100)} %`;
    return `P${Math.round(level * 100)}: ${hits} of ${all} (${range} at 95 %): ${judged[judgement]}`;
  });
  return [...claims, '', ...rates, adviceSentence(check), ...check.warnings.map((warning) => `Note: ${warning}`)];
}
