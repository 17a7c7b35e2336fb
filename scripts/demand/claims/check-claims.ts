import type { PredictionCheck } from '../../../models/results/prediction-check.ts';
import { readable } from '../csv/readable.ts';

const BECAUSE = {
  'needs-hours': 'is of hours, and the file has days',
  'before-the-file': 'lies before the file begins',
  'not-over': 'is not over in this file',
  gaps: 'has unknown values in this file',
} as const;

const ADVICE = {
  widen: 'Peaks came above the upper quantiles too often: the intervals should be wider',
  narrow: 'Peaks came below the upper quantiles more often than stated: the intervals could be narrower',
  shift: 'Only the middle is off: the level is said too high or too low, the width is right',
  keep: 'Nothing speaks against the intervals as they are',
  unknown: 'No window of these claims is over in this file',
} as const;

/** What a check means for the next claims, in one sentence. */
export function adviceSentence({ advice: { what, factor } }: PredictionCheck): string {
  const by =
    factor === null || what === 'keep' ? '' : `; with ${readable(factor)} times the distance from P50 to P90, nine of ten would have held`;
  return `${ADVICE[what]}${by}.`;
}

/** Which claims held, how often each quantile did, and whether the intervals should be wider: the lines of the terminal. */
export function checkLines(check: PredictionCheck): string[] {
  const claims = check.claims.map(({ series, window: { from, to }, quantiles: { p50, p90 }, actual, because }) => {
    const verdict = because !== null ? BECAUSE[because] : `was ${readable(actual ?? 0)}, ${(actual ?? 0) <= p90 ? 'within' : 'above'} P90`;
    return `${series} ${from} to ${to}: P50 ${readable(p50)}, P90 ${readable(p90)}; ${verdict}`;
  });
  const judged = { low: 'the truth was above too often', high: 'more cautious than stated', fine: 'nothing speaks against it' } as const;
  const rates = check.rates.map(({ level, hits, claims: all, interval, judgement }) => {
    const range = `${Math.round(interval.low * 100)} to ${Math.round(interval.high * 100)} %`;
    return `P${Math.round(level * 100)}: ${hits} of ${all} (${range} at 95 %): ${judged[judgement]}`;
  });
  return [...claims, '', ...rates, adviceSentence(check), ...check.warnings.map((warning) => `Note: ${warning}`)];
}
