import type { StepSeries } from '../../../../models/results/series.ts';
import { sayTime } from '../../../../models/words/duration.ts';
import type { Axis, Figure, Mark, Panel } from '../../../charts/figure/figure.ts';
import { pointsOf, valueAt } from '../../../charts/figure/points.ts';
import { latencyAxis } from '../../../charts/figure/ticks.ts';
import { shorten } from '../../../format/shorten.ts';
import type { ReportInput } from '../../input/report-input.ts';
import { stepInks } from '../step-inks.ts';
import { momentsTable, overTime } from './over-time.ts';

/** Panels of one page of small multiples. */
const STEPS_A_PAGE = 12;

/** Response times over time, a panel a step on one shared scale; `failed`: steps that broke their limit on p95 and are shaded where they did. */
export function latencyFigures(report: ReportInput, finding: string, failed: readonly string[]): Figure[] {
  const { steps } = report.series;
  const shown = steps.filter(({ overall }) => overall.count > 0);
  const y = sharedAxis(shown);
  const inks = stepInks(steps);
  const pages = Array.from({ length: Math.ceil(shown.length / STEPS_A_PAGE) }, (_, page) =>
    shown.slice(page * STEPS_A_PAGE, (page + 1) * STEPS_A_PAGE),
  );
  return pages.map((page, index) => ({
    name: `latency-over-time${index === 0 ? '' : `-${index + 1}`}`,
    subtitle: `Response time of ${pages.length > 1 ? `steps ${index * STEPS_A_PAGE + 1} to ${index * STEPS_A_PAGE + page.length}` : 'every step'}: p50, p95 and p99 on one scale; dashed: the limit on p95; shaded: seconds over it, in steps that failed`,
    alt: finding,
    ...overTime(report),
    panels: page.map((step) => panel(step, y, inks.get(step.step) ?? 'muted', failed.includes(step.step), heightOf(page.length))),
    table: latencyTable(report, page),
  }));
}

/** Few steps have room, many keep the page short. */
const heightOf = (panels: number): number => (panels <= 3 ? 130 : panels <= 6 ? 104 : 84);

function sharedAxis(steps: readonly StepSeries[]): Axis {
  const values = steps.flatMap(({ p50, p95, p99, limits }) => [...[p50, p95, p99].flatMap((line) => line.y), limits?.p95 ?? null]);
  return latencyAxis(
    values.filter((value) => value !== null),
    'response time',
  );
}

function panel(step: StepSeries, y: Axis, ink: Extract<Mark, { kind: 'line' }>['ink'], failed: boolean, height: number): Panel {
  const { over, limits, basis } = step;
  const breaches = failed && over !== null ? over.spans.map(({ from, to }): Mark => ({ kind: 'span', ink: 'breach', from, to })) : [];
  const limit: Mark[] = limits?.p95 == null ? [] : [{ kind: 'limit', label: `≤ ${sayTime(limits.p95)}`, y: limits.p95 }];
  return {
    title: `${shorten(step.title, 60)}${basis === 'refused' ? ', refusals and failures' : ''}${overText(step)}`,
    ...{ height, y, labelled: true, inOrder: true },
    marks: [
      ...breaches,
      { kind: 'line', label: 'p99', ink, width: 1, dash: [3, 2], points: pointsOf(step.p99) },
      { kind: 'line', label: 'p95', ink, width: 2, points: pointsOf(step.p95) },
      { kind: 'line', label: 'p50', ink, width: 1, points: pointsOf(step.p50) },
      ...limit,
    ],
  };
}

function overText({ over }: StepSeries): string {
  return over === null || over.seconds === 0
    ? ''
    : ` – p95 over the limit in ${sayTime(over.seconds * 1000)} of ${sayTime(over.judgedSeconds * 1000)}`;
}

function latencyTable(report: ReportInput, steps: readonly StepSeries[]): Figure['table'] {
  return momentsTable(
    report,
    'Response time at twenty moments',
    steps.flatMap((step) =>
      (['p50', 'p95', 'p99'] as const).map(
        (name, index) =>
          [index === 0 ? `${shorten(step.title, 40)} p50` : name, (second: number) => sayTime(valueAt(step[name], second))] as const,
      ),
    ),
  );
}
