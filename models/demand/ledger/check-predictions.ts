import type { PredictionCheck, PredictionClaim, Unjudged } from '../../results/forecast/prediction-check.ts';
import { dayNumber } from '../calendar/day-number.ts';
import { type DemandSeries, dailyOf } from '../series/demand-series.ts';
import { checkAdvice } from './check-advice.ts';
import { type CheckedClaim, hitRates } from './hit-rates.ts';

const HOURS = 24;

/**
 * Checks recorded claims against a series: each claim with the highest value of its window, the hit rates of the quantiles, and advice for
 * the next claims.
 */
export function checkPredictions(name: string, series: DemandSeries, claims: readonly PredictionClaim[]): PredictionCheck {
  const latest = [...new Map(claims.map((claim) => [keyOf(claim), claim])).values()];
  const judged = latest.map((claim) => {
    const { series: of, unit, asOf, window, daily, quantiles } = claim;
    return { series: of, unit, asOf, window, daily, quantiles, ...highestIn(series, claim) };
  });
  const known = judged.flatMap(({ quantiles, actual }) =>
    actual === null ? [] : [{ quantiles: { ...quantiles }, actual } satisfies CheckedClaim],
  );
  const rates = hitRates(known);
  return {
    schema: 'surgeproof/prediction-check',
    version: 1,
    series: name,
    claims: judged,
    rates,
    advice: checkAdvice(known, rates),
    warnings: warningsOf(name, claims, latest),
  };
}

const keyOf = ({ series, asOf, window, daily }: PredictionClaim): string => JSON.stringify([series, asOf, window.from, window.to, daily]);

function warningsOf(name: string, claims: readonly PredictionClaim[], latest: readonly PredictionClaim[]): string[] {
  const warnings: string[] = [];
  const twice = claims.length - latest.length;
  if (twice > 0) warnings.push(`Claims recorded again for the same window: ${twice}; the last of each counts.`);
  const others = [...new Set(latest.map(({ series }) => series))].filter((series) => series !== name);
  if (others.length > 0)
    warnings.push(`The file is of ${name}, claims are of ${others.join(', ')}: make sure that this is the same demand.`);
  const sorted = [...latest].sort((a, b) => (a.window.from < b.window.from ? -1 : 1));
  const overlapping = sorted.filter(({ window }, i) => i > 0 && window.from <= sorted[i - 1]!.window.to).length;
  if (overlapping > 0)
    warnings.push(
      `Windows that overlap the one before: ${overlapping}. They err together, so the intervals of the hit rates are too narrow.`,
    );
  return warnings;
}

/** The highest value of the window of a claim, or why it is not known. */
function highestIn(
  series: DemandSeries,
  { window, daily }: PredictionClaim,
): { readonly actual: number | null; readonly because: Unjudged | null } {
  const hours = window.from.includes('T');
  const unjudged = (because: Unjudged) => ({ actual: null, because });
  if (hours && series.step === 'day') return unjudged('needs-hours');
  const used = hours ? series : dailyOf(series, daily);
  const index = (time: string): number =>
    dayNumber(time.slice(0, 10))! * (hours ? HOURS : 1) + (hours ? Number(time.slice(11, 13)) : 0) - used.first;
  const [from, to] = [index(window.from), index(window.to)];
  if (from < 0) return unjudged('before-the-file');
  if (to >= used.values.length) return unjudged('not-over');
  const values = used.values.slice(from, to + 1);
  if (values.some((value) => !Number.isFinite(value))) return unjudged('gaps');
  return { actual: values.reduce((most, value) => Math.max(most, value)), because: null };
}
