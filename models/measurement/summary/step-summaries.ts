import type { JourneySummary, StepSummary } from '../../results/run.ts';
import type { Surge } from '../../workload/surge/surge.ts';
import type { FoldedRun, SampleSeries, Series } from '../folded-run.ts';
import { countOf, isTimed, isUnfinished, total } from '../judged-samples.ts';
import { latencySummary } from './latency-summary.ts';

/** Every step that was made, in the order of the surge; figures cover all phases. */
export function stepSummaries(folded: FoldedRun, surge: Pick<Surge, 'steps'>): StepSummary[] {
  const used = [...new Set(folded.samples.map(({ step }) => step))];
  const place = (name: string): number => surge.steps.findIndex((step) => step.name === name);
  const known = used.filter((name) => place(name) >= 0).sort((a, b) => place(a) - place(b));
  return [...known, ...used.filter((name) => place(name) < 0)].map((name) => stepSummary(folded, surge, name));
}

function stepSummary(folded: FoldedRun, surge: Pick<Surge, 'steps'>, name: string): StepSummary {
  const series = folded.samples.filter(({ step }) => step === name);
  const response = series.filter(({ clock }) => clock === 1);
  const declared = surge.steps.find((step) => step.name === name);
  return {
    step: name,
    title: declared?.title ?? name,
    room: declared?.room ?? false,
    attempts: countOf(ended(response)),
    rate: meanRate(response),
    outcomes: outcomesOf(response),
    service: latencySummary(total(timed(series.filter(({ clock }) => clock === 0)))),
    response: latencySummary(total(timed(response))),
    variants: variantsOf(folded, name),
  };
}

function variantsOf(folded: FoldedRun, name: string): StepSummary['variants'] {
  const series = folded.variants.filter(({ step, clock }) => step === name && clock === 1);
  const values = new Map(series.map(({ tag, value }) => [JSON.stringify([tag, value]), { tag, value }]));
  return [...values.values()].map(({ tag, value }) => {
    const ofValue = series.filter((one) => one.tag === tag && one.value === value);
    return {
      tag,
      value,
      attempts: countOf(ended(ofValue)),
      outcomes: outcomesOf(ofValue),
      response: latencySummary(total(timed(ofValue))),
    };
  });
}

/** Every journey of the surge: people who left, and how long those needed who came to the end. */
export function journeySummaries(folded: FoldedRun, { journeys }: Pick<Surge, 'journeys'>): JourneySummary[] {
  return journeys.map(({ name, title }) => {
    const left = folded.journeys.filter(({ journey, clock }) => journey === name && clock === 1);
    const finished = left.filter(({ outcome }) => outcome === 'ok');
    return { journey: name, title, people: countOf(left), finished: countOf(finished), response: latencySummary(total(finished)) };
  });
}

/** Attempts per second over the seconds from the first to the last. */
function meanRate(response: readonly SampleSeries[]): number | null {
  const seconds = response.flatMap((series) => [...series.seconds.keys()]);
  if (seconds.length === 0) return null;
  const [first, last] = seconds.reduce(([low, high], second) => [Math.min(low, second), Math.max(high, second)], [Infinity, 0]);
  return countOf(response) / (last - first + 1);
}

function outcomesOf(series: readonly Series[]): Record<string, number> {
  const outcomes: Record<string, number> = {};
  for (const { outcome, count } of series) outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
  return outcomes;
}

/** Attempts whose end is known. */
const ended = <One extends Series>(series: readonly One[]): One[] => series.filter(({ outcome }) => !isUnfinished(outcome));

const timed = <One extends Series>(series: readonly One[]): One[] => series.filter(({ outcome }) => isTimed(outcome));
