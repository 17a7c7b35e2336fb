import type { PackedCells } from '../../measurement/folded-run.ts';
import { quantileIntervals } from '../../measurement/intervals/block-bootstrap.ts';
import { countPacked, countPackedUntil, lastBucketWithin, quantilePacked, sumPacked } from '../../measurement/packed-cells.ts';
import { requestsAllBeyond } from '../../measurement/stretches/requests-all-beyond.ts';
import { startCounts } from '../../measurement/stretches/start-counts.ts';
import type { CriterionResult, Interval } from '../../results/verdict.ts';
import { wilson } from '../../statistics/wilson.ts';
import { type Decision, decideNoisy, marginOf } from '../decision/decide.ts';
import { type Evidence, isAdvisory } from './evidence.ts';

const PERCENTILES = [
  { statistic: 'p50', q: 0.5 },
  { statistic: 'p95', q: 0.95 },
  { statistic: 'p99', q: 0.99 },
] as const;

/** Fewer samples beyond a percentile leave it to a handful of requests. */
const FEWEST_BEYOND = 10;

/** Limits in milliseconds; null: no limit. */
export interface LatencyLimits {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly minSamples: number;
}

/** One percentile of a sample against its limit. */
interface Measured {
  readonly cells: PackedCells;
  readonly q: number;
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly limit: number;
  readonly minSamples: number;
}

/** Judges the percentiles that have a limit. */
export function judgeLatency(evidence: Evidence, limits: LatencyLimits, seed: number): CriterionResult[] {
  const asked = PERCENTILES.flatMap(({ statistic, q }) => {
    const limit = limits[statistic];
    return limit === null ? [] : [{ statistic, q, limit }];
  });
  if (asked.length === 0) return [];
  const cells = sumPacked(evidence.seconds.values());
  const quantiles = asked.map(({ q }) => q);
  const intervals = quantileIntervals(evidence.seconds, quantiles, seed);
  return asked.map(({ statistic, q, limit }, i) => {
    const value = quantilePacked(cells, q);
    return latencyCriterion(evidence, statistic, { cells, q, value, interval: intervals[i] ?? null, limit, minSamples: limits.minSamples });
  });
}

function latencyCriterion(evidence: Evidence, statistic: string, measured: Measured): CriterionResult {
  const { cells, value, limit, interval, minSamples, q } = measured;
  const decision = decideLatency(measured, () => allBeyond(evidence, limit));
  return {
    id: `${evidence.id}.${statistic}`,
    kind: evidence.kind,
    subject: evidence.subject,
    title: evidence.title,
    statistic,
    value,
    operator: '<=',
    limit,
    unit: 'ms',
    margin: value === null ? null : marginOf(value, '<=', limit),
    samples: countPacked(cells),
    interval,
    ...decision,
    ...(isAdvisory(decision, value !== null && value <= limit, evidence, Math.max(minSamples, fewestFor(q))) && { advisory: true }),
  };
}

/** @param surelyBeyond requests that are over the limit whatever is drawn anew, as all around them are */
function decideLatency({ value, limit, interval, cells, q, minSamples }: Measured, surelyBeyond: () => number): Decision {
  if (value === null || interval === null) return { verdict: 'INCONCLUSIVE', because: 'not-measured' };
  const samples = countPacked(cells);
  if (value > limit && isMoreThan(1 - q, surelyBeyond(), samples)) return { verdict: 'FAIL' };
  const decision = decideNoisy(value, limit, interval);
  if (decision.verdict === 'FAIL' && isBeyondChance(cells, limit, q)) return decision;
  if (samples < minSamples) return { verdict: 'INCONCLUSIVE', because: 'too-few-samples' };
  if (samples < fewestFor(q)) return { verdict: 'INCONCLUSIVE', because: 'few-beyond-percentile' };
  return decision.verdict === 'FAIL' ? { verdict: 'INCONCLUSIVE', because: 'interval-crosses-limit' } : decision;
}

function allBeyond({ timed, runSeconds }: Evidence, limit: number): number {
  const first = lastBucketWithin(limit) + 1;
  return requestsAllBeyond(startCounts(timed, runSeconds, () => first));
}

const fewestFor = (q: number): number => Math.round(FEWEST_BEYOND / (1 - q));

/**
 * Few samples cannot prove a pass, but they can prove a failure: when so many are over the limit that, by Wilson's interval, more
 * than 1 − q of all would be. (Resampling three slow requests only ever gives three slow requests; this says how far they count.)
 */
function isBeyondChance(cells: PackedCells, limit: number, q: number): boolean {
  const samples = countPacked(cells);
  return isMoreThan(1 - q, samples - countPackedUntil(cells, limit), samples);
}

function isMoreThan(share: number, part: number, whole: number): boolean {
  const found = wilson(part, whole);
  return found !== null && found.low > share;
}
