import type { PackedCells } from '../../measurement/folded-run.ts';
import { quantileIntervals } from '../../measurement/intervals/block-bootstrap.ts';
import { countPacked, countPackedUntil, quantilePacked, sumPacked } from '../../measurement/packed-cells.ts';
import type { CriterionResult, Interval } from '../../results/verdict.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { StepBudget } from '../../workload/surge/budget.ts';
import { type Decision, decideNoisy, marginOf } from '../decision/decide.ts';
import { isOutOfReach, mayBeAbsent, type StepEvidence } from './step-evidence.ts';

const PERCENTILES = [
  { statistic: 'p50', q: 0.5 },
  { statistic: 'p95', q: 0.95 },
  { statistic: 'p99', q: 0.99 },
] as const;

/** Fewer samples beyond a percentile leave it to a handful of requests. */
const FEWEST_BEYOND = 10;

type Percentile = (typeof PERCENTILES)[number];

/**
 * Judges p50, p95 and p99 of one step's *response* time. Times of `ok` and `timeout` count: a request refused at once must not make
 * the service look fast (it is judged as an error instead).
 */
export function judgeLatency(evidence: StepEvidence, budget: StepBudget, seed: number): CriterionResult[] {
  const cells = sumPacked(evidence.seconds.values());
  const intervals = quantileIntervals(
    evidence.seconds,
    PERCENTILES.map(({ q }) => q),
    seed,
  );
  return PERCENTILES.map((percentile, i) => latencyCriterion(percentile, cells, intervals[i] ?? null, evidence, budget));
}

function latencyCriterion(
  { statistic, q }: Percentile,
  cells: PackedCells,
  interval: Interval | null,
  evidence: StepEvidence,
  budget: StepBudget,
): CriterionResult {
  const limit = budget[statistic];
  const value = quantilePacked(cells, q);
  const needed = Math.max(budget.minSamples, Math.round(FEWEST_BEYOND / (1 - q)));
  const decision = decideLatency(value, limit, interval, cells, q, budget.minSamples);
  return {
    id: `budgets.${evidence.step}.${statistic}`,
    kind: 'latency',
    subject: evidence.step,
    statistic,
    value,
    operator: '<=',
    limit,
    unit: 'ms',
    margin: value === null ? null : marginOf(value, '<=', limit),
    samples: countPacked(cells),
    interval,
    ...decision,
    ...(isAdvisory(decision, evidence.planned, needed) && { advisory: true }),
  };
}

function decideLatency(
  value: number | null,
  limit: number,
  interval: Interval | null,
  cells: PackedCells,
  q: number,
  minSamples: number,
): Decision {
  if (value === null || interval === null) return { verdict: 'INCONCLUSIVE', because: 'not-measured' };
  const samples = countPacked(cells);
  const decision = decideNoisy(value, limit, interval);
  if (decision.verdict === 'FAIL' && isBeyondChance(cells, samples, limit, q)) return decision;
  if (samples < minSamples) return { verdict: 'INCONCLUSIVE', because: 'too-few-samples' };
  if (samples < Math.round(FEWEST_BEYOND / (1 - q))) return { verdict: 'INCONCLUSIVE', because: 'few-beyond-percentile' };
  return decision.verdict === 'FAIL' ? { verdict: 'INCONCLUSIVE', because: 'interval-crosses-limit' } : decision;
}

/**
 * Few samples cannot prove a pass, but they can prove a failure: when so many are over the limit that, by Wilson's interval, more
 * than 1 − q of all would be. (Resampling three slow requests only ever gives three slow requests; this says how far they count.)
 */
function isBeyondChance(cells: PackedCells, samples: number, limit: number, q: number): boolean {
  const over = wilson(samples - countPackedUntil(cells, limit), samples);
  return over !== null && over.low > 1 - q;
}

/** A statement the profile was never going to have samples for is shown, but has no vote. */
export function isAdvisory({ verdict, because }: Decision, planned: number, needed: number): boolean {
  if (verdict !== 'INCONCLUSIVE') return false;
  if (because === 'not-measured') return mayBeAbsent(planned);
  return because !== 'interval-crosses-limit' && isOutOfReach(planned, needed);
}
