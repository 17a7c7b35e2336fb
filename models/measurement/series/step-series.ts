import type { OverLimit, StepSeries } from '../../results/series.ts';
import type { StepBudget } from '../../workload/surge/budget.ts';
import { phaseAt } from '../../workload/surge/phase.ts';
import type { RunConfiguration } from '../../workload/surge/run-configuration.ts';
import type { Step } from '../../workload/surge/surge.ts';
import type { FoldedRun, PackedCells, SampleSeries } from '../folded-run.ts';
import { attemptsPerSecond, countOf, isTimed, perSecond } from '../judged-samples.ts';
import { countPacked, quantilePacked, sumPacked } from '../packed-cells.ts';
import { latencySummary } from '../summary/latency-summary.ts';
import { binCells, binMeans, binStarts, binWidth } from './bins.ts';

/** Bins of a latency line: few enough that a percentile of one bin has samples behind it. */
const MOST_BINS = 200;
/** From this number on one sample is expected beyond p95. */
const FEWEST_FOR_P95 = 20;

/** Requests and response times over time of every step that was attempted, in the order of the surge. */
export function stepSeries(folded: FoldedRun, { surge, budgets }: Pick<RunConfiguration, 'surge' | 'budgets'>): StepSeries[] {
  return surge.steps.flatMap((step) => {
    const attempts = folded.samples.filter((series) => series.step === step.name && series.clock === 1);
    return attempts.length === 0 ? [] : [oneStep(folded, step, attempts, budgets.steps[step.name] ?? null)];
  });
}

/** Answers whose time is shown: as expected and time-outs, or refusals and failures where there is nothing else. */
export function shownSeries(attempts: readonly SampleSeries[]): { basis: StepSeries['basis']; shown: readonly SampleSeries[] } {
  const expected = attempts.filter(({ outcome }) => isTimed(outcome));
  if (expected.length > 0) return { basis: 'expected', shown: expected };
  return { basis: 'refused', shown: attempts.filter(({ outcome }) => outcome !== 'unreachable') };
}

function oneStep(folded: FoldedRun, { name, title }: Step, attempts: readonly SampleSeries[], budget: StepBudget | null): StepSeries {
  const { basis, shown } = shownSeries(attempts);
  const width = binWidth(folded.seconds, MOST_BINS);
  const x = binStarts(folded.seconds, width);
  const bins = binCells(perSecond(shown), folded.seconds, width);
  const line = (q: number): StepSeries['p50'] => ({ x, y: bins.map((cells) => quantilePacked(cells, q)) });
  const limit = budget?.p95 ?? null;
  return {
    step: name,
    title,
    binSeconds: width,
    attempts: countOf(attempts),
    requests: { x, y: binMeans(attemptsPerSecond(attempts, folded.seconds), width) },
    basis,
    overall: latencySummary(sumPacked(bins)),
    p50: line(0.5),
    p95: line(0.95),
    p99: line(0.99),
    limits: budget === null ? null : { p50: budget.p50, p95: budget.p95, p99: budget.p99 },
    over: limit === null || basis === 'refused' ? null : overLimit(bins, limit, width, folded),
  };
}

/** A p95 of a few samples is their maximum: bins with fewer than twenty, or outside of judged phases, break no limit. */
function overLimit(bins: readonly PackedCells[], limit: number, width: number, { head, seconds }: FoldedRun): OverLimit {
  const spans: { from: number; to: number }[] = [];
  let [judgedSeconds, over] = [0, 0];
  for (const [bin, cells] of bins.entries()) {
    const from = bin * width;
    const to = Math.min(from + width, seconds);
    if (countPacked(cells) < FEWEST_FOR_P95 || (head && !head.phases[phaseAt(head.phases, from)]?.judged)) continue;
    judgedSeconds += to - from;
    if (quantilePacked(cells, 0.95)! <= limit) continue;
    over += to - from;
    const last = spans[spans.length - 1];
    if (last?.to === from) last.to = to;
    else spans.push({ from, to });
  }
  return { seconds: over, judgedSeconds, spans };
}
