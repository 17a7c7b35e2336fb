import type { Line, ReportSeries } from '../../../../models/results/series.ts';
import { sayNumber } from '../../../../models/words/count.ts';
import type { Figure } from '../../../charts/figure/figure.ts';
import { valueAt } from '../../../charts/figure/points.ts';
import { amountAxis } from '../../../charts/figure/ticks.ts';
import { shorten } from '../../../format/shorten.ts';
import type { ReportInput } from '../../input/report-input.ts';
import { stepInks } from '../step-inks.ts';
import { momentsTable, overTime } from './over-time.ts';
import { type Layer, stacked } from './stack.ts';

/** Requests per second, stacked by step; beyond six steps the five most frequent ones and all others together. */
export function requestsFigure(report: ReportInput, finding: string): Figure {
  const layers = layersOf(report.series);
  const { marks, top } = stacked(layers);
  return {
    name: 'requests',
    subtitle: 'Requests per second, stacked by step',
    alt: finding,
    ...overTime(report),
    panels: [{ title: 'Requests', height: 200, y: amountAxis(top, 'requests per second', 'rate'), labelled: layers.length > 1, marks }],
    table: momentsTable(
      report,
      'Requests per second at twenty moments',
      layers.map(({ label, line }) => [label, (second) => sayNumber(valueAt(line, second))] as const),
    ),
  };
}

function layersOf({ steps }: ReportSeries): Layer[] {
  const inks = stepInks(steps);
  const named = steps.filter(({ step }) => inks.has(step));
  const others = steps.filter(({ step }) => !inks.has(step));
  const rest: Layer[] =
    others.length === 0
      ? []
      : [{ label: `${others.length} other steps`, ink: 'other', line: sumOf(others.map(({ requests }) => requests)) }];
  return [
    ...rest,
    ...named.map(({ step, title, requests }): Layer => ({ label: shorten(title, 60), ink: inks.get(step) ?? 'other', line: requests })),
  ];
}

function sumOf(lines: readonly Line[]): Line {
  const x = lines[0]?.x ?? [];
  return { x, y: x.map((_, bin) => lines.reduce((sum, { y }) => sum + (y[bin] ?? 0), 0)) };
}
