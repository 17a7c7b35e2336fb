import type { JourneyLatency, StepLatency } from '../../results/series.ts';
import type { Budgets, StepBudget } from '../../workload/surge/budget.ts';
import { phaseAt } from '../../workload/surge/phase.ts';
import { STEPS, type Step } from '../../workload/surge/step.ts';
import type { FoldedRun } from '../folded-run.ts';
import { isTimed, perSecond } from '../judged-samples.ts';
import { countPacked, quantilePacked, sumPacked } from '../packed-cells.ts';
import { binCells, binStarts, binWidth } from './bins.ts';

/** Bins of a latency line: few enough that a percentile of one bin has samples behind it. */
const MOST_BINS = 200;

/** Response times over time of every step that was used, by journey in the order of the story. */
export function latencySeries(folded: FoldedRun, budgets: Budgets): JourneyLatency[] {
  const journeys = [...new Set(STEPS.map(({ journey }) => journey))];
  return journeys.flatMap((journey) => {
    const steps = STEPS.filter((step) => step.journey === journey).flatMap((step) => {
      const latency = stepLatency(folded, step, budgets[step.name] ?? null);
      return latency.step.samples === 0 ? [] : [latency];
    });
    if (steps.length === 0) return [];
    return [{ journey, steps: steps.sort((a, b) => b.pressure - a.pressure).map(({ step }) => step) }];
  });
}

function stepLatency(folded: FoldedRun, { name, title }: Step, budget: StepBudget | null): { step: StepLatency; pressure: number } {
  const series = folded.samples.filter(({ step, clock, outcome }) => step === name && clock === 1 && isTimed(outcome));
  const width = binWidth(folded.seconds, MOST_BINS);
  const x = binStarts(folded.seconds, width);
  const bins = binCells(perSecond(series), folded.seconds, width);
  const line = (q: number): StepLatency['p50'] => ({ x, y: bins.map((cells) => quantilePacked(cells, q)) });
  const p95 = line(0.95);
  const breaches = budget === null ? [] : breachesOf(p95, budget.p95, width, folded);
  const cells = sumPacked(bins);
  const step: StepLatency = {
    step: name,
    title,
    binSeconds: width,
    samples: countPacked(cells),
    p50: line(0.5),
    p95,
    p99: line(0.99),
    budget: budget === null ? null : { p50: budget.p50, p95: budget.p95, p99: budget.p99 },
    breaches,
    breachSeconds: breaches.reduce((sum, { from, to }) => sum + to - from, 0),
  };
  return { step, pressure: budget === null ? 0 : (quantilePacked(cells, 0.95) ?? 0) / budget.p95 };
}

/** Spans over the limit, in judged phases: what nobody judges breaks no budget. */
function breachesOf(
  { x, y }: StepLatency['p95'],
  limit: number,
  width: number,
  { head, seconds }: FoldedRun,
): { from: number; to: number }[] {
  const breaches: { from: number; to: number }[] = [];
  for (const [bin, value] of y.entries()) {
    const from = x[bin]!;
    if (value === null || value <= limit || (head && !head.phases[phaseAt(head.phases, from)]?.judged)) continue;
    const to = Math.min(from + width, seconds);
    const last = breaches[breaches.length - 1];
    if (last?.to === from) last.to = to;
    else breaches.push({ from, to });
  }
  return breaches;
}
