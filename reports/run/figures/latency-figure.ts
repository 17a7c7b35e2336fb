import type { ReportSeries, StepLatency } from '../../../models/results/series.ts';
import type { Axis, Figure, Mark, Panel, Table } from '../../charts/figure.ts';
import { pointsOf, sampleTimes, valueAt } from '../../charts/points.ts';
import { latencyAxis, timeAxis } from '../../charts/ticks.ts';
import { elapsed, kstClock } from '../../format/clock.ts';
import { duration } from '../../format/duration.ts';
import { threeDigits, whole } from '../../format/number.ts';
import { shorten } from '../../format/shorten.ts';
import { journeyInk, journeyName } from '../words/journey-name.ts';
import { phasesOf } from './phases.ts';

/** p50, p95 and p99 over time: one panel a journey with the step nearest to its budget, all on one scale. */
export function latencyFigure(series: ReportSeries, finding: string): Figure {
  const shown = series.latency.flatMap(({ journey, steps }) => (steps[0] ? [{ journey, step: steps[0] }] : []));
  const values = shown.flatMap(({ step }) => [...[step.p50, step.p95, step.p99].flatMap((line) => line.y), step.budget?.p95 ?? null]);
  const y = latencyAxis(
    values.filter((value) => value !== null),
    'response time',
  );
  return {
    name: 'latency-over-time',
    subtitle: 'Response time of the step nearest to its budget in each journey: p50, p95 and p99; dashed: the p95 budget; shaded: over it',
    alt: finding,
    startedAt: series.startedAt,
    x: timeAxis(series.startedAt, series.durationSeconds),
    panels: shown.map(({ journey, step }) => panel(journey, step, y)),
    phases: phasesOf(series),
    levels: [],
    table: latencyTable(
      series,
      shown.map(({ step }) => step),
    ),
  };
}

function panel(journey: string, step: StepLatency, y: Axis): Panel {
  const ink = journeyInk(journey);
  const breaches = step.breaches.map(({ from, to }): Mark => ({ kind: 'span', ink: 'breach', from, to }));
  const budget: Mark[] = step.budget ? [{ kind: 'limit', label: `≤ ${duration(step.budget.p95)}`, y: step.budget.p95 }] : [];
  const over = step.breachSeconds > 0 ? ` — over budget for ${duration(step.breachSeconds * 1000)}` : '';
  return {
    title: `${journeyName(journey)}: ${shorten(step.title, 48)}${over}`,
    height: 130,
    y,
    labelled: true,
    marks: [
      ...breaches,
      { kind: 'line', label: 'p99', ink, width: 1, dash: [3, 2], points: pointsOf(step.p99) },
      { kind: 'line', label: 'p95', ink, width: 2, points: pointsOf(step.p95) },
      { kind: 'line', label: 'p50', ink, width: 1, points: pointsOf(step.p50) },
      ...budget,
    ],
  };
}

function latencyTable(series: ReportSeries, steps: readonly StepLatency[]): Table {
  const at = (step: StepLatency, second: number): string[] =>
    [step.p50, step.p95, step.p99].map((line) => threeDigits(valueAt(line, second)));
  return {
    caption: 'Response time at twenty moments, milliseconds',
    header: ['KST', 'since the start', ...steps.flatMap((step) => [`${step.step} p50`, 'p95', `p99 (${whole(step.samples)} samples)`])],
    rows: sampleTimes(series.durationSeconds).map((second) => [
      kstClock(series.startedAt + second * 1000),
      elapsed(second),
      ...steps.flatMap((step) => at(step, second)),
    ]),
  };
}
