import type { Series } from '../../measurement/folded-run.ts';
import { countOf } from '../../measurement/judged-samples.ts';
import { lastBucketWithin } from '../../measurement/packed-cells.ts';
import { longestStretch, type Stretch } from '../../measurement/stretches/longest-stretch.ts';
import { startCounts } from '../../measurement/stretches/start-counts.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import type { StepBudget } from '../../workload/surge/budget.ts';
import { exactCriterion } from '../decision/exact-criterion.ts';
import type { Evidence } from './evidence.ts';

/** Over p95 is a time in which more than a twentieth of the answers takes longer than the limit. */
const BEYOND_P95 = 0.05;
/** Far above a limit on errors: ten times as many, at least a tenth, and half of the attempts in any case. */
const TIMES_THE_LIMIT = 10;
const LEAST_IN_BURST = 0.1;
const MOST_IN_BURST = 0.5;

/**
 * Judges the longest time without a break in which a step was over its limit on p95, so that a collapse does not drown in calm. What chance
 * explains is no such time. Nothing without limits, and with too few requests, which the percentile says already.
 */
export function judgeStretch(evidence: Evidence, { p95, stretch: limit }: StepBudget): CriterionResult[] {
  if (p95 === null || limit === null) return [];
  const first = lastBucketWithin(p95) + 1;
  const found = longestStretch(
    startCounts(evidence.timed, evidence.runSeconds, () => first),
    BEYOND_P95,
  );
  return criterion(evidence, 'stretch', found, limit, countOf(evidence.timed));
}

/** Judges the longest time without a break in which the share of failed attempts at a step was far above its limit, beyond chance. */
export function judgeBurst(evidence: Evidence, series: readonly Series[], { errorShare, burst: limit }: StepBudget): CriterionResult[] {
  if (errorShare === null || limit === null) return [];
  const counts = startCounts(series, evidence.runSeconds, ({ outcome }) => (outcome === 'ok' ? Number.POSITIVE_INFINITY : 0));
  return criterion(evidence, 'burst', longestStretch(counts, burstShare(errorShare)), limit, countOf(series));
}

/**
 * Share of failed attempts above which a time belongs to a burst.
 *
 * @example burstShare(0.01) // => 0.1
 * @example burstShare(0.001) // => 0.1
 */
export const burstShare = (limit: number): number =>
  Math.max(limit, Math.min(MOST_IN_BURST, Math.max(LEAST_IN_BURST, TIMES_THE_LIMIT * limit)));

function criterion(
  { id, kind, subject, title }: Evidence,
  statistic: string,
  found: Stretch | null,
  limit: number,
  samples: number,
): CriterionResult[] {
  if (found === null) return [];
  const { seconds, from } = found;
  return [
    exactCriterion({
      ...{
        id: `${id}.${statistic}`,
        kind,
        subject,
        title,
        statistic,
        value: Math.round(1_000 * seconds),
        operator: '<=',
        limit,
        unit: 'ms',
      },
      samples,
      ...(seconds > 0 && { second: from }),
    }),
  ];
}
