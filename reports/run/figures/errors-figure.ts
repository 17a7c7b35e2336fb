import type { ErrorSeries, ReportSeries } from '../../../models/results/series.ts';
import type { Ink } from '../../charts/draw/theme.ts';
import type { Figure, Mark, Table } from '../../charts/figure.ts';
import { compact, sampleTimes, valueAt } from '../../charts/points.ts';
import { amountAxis, timeAxis } from '../../charts/ticks.ts';
import { elapsed, kstClock } from '../../format/clock.ts';
import { threeDigits, whole } from '../../format/number.ts';
import { phasesOf } from './phases.ts';

const INKS: readonly Ink[] = ['user', 'client environment', 'system', 'third party'];

/** Failed requests per second, stacked by whose fault they are. */
export function errorsFigure(series: ReportSeries, finding: string): Figure {
  const { marks, top } = stack(series.errors);
  const y = amountAxis(top, 'failed requests per second', 'rate');
  return {
    name: 'errors',
    subtitle: 'Failed requests per second, stacked by owner',
    alt: finding,
    startedAt: series.startedAt,
    x: timeAxis(series.startedAt, series.durationSeconds),
    panels: [{ title: 'Errors', height: 180, y, labelled: true, marks }],
    phases: phasesOf(series),
    levels: [],
    table: errorsTable(series),
  };
}

function stack(errors: ErrorSeries): { marks: Mark[]; top: number } {
  const seen = errors.owners.filter((one) => one.total > 0);
  const heights = (seen[0]?.line.x ?? []).map(() => 0);
  const marks = seen.map(({ owner, line }, index): Mark => {
    const own = line.x.map((_, at) => line.y[at] ?? 0);
    own.forEach((value, at) => {
      heights[at] = (heights[at] ?? 0) + value;
    });
    const ink = INKS.find((one) => one === owner) ?? 'muted';
    const points = line.x.map((x, at): [number, number] => [x, compact(heights[at] ?? 0)]);
    return { kind: 'area', label: owner, ink, fill: ink, own, points, ...(index > 0 ? { above: 1 } : {}) };
  });
  return { marks, top: heights.reduce((most, height) => Math.max(most, height), 0) };
}

function errorsTable(series: ReportSeries): Table {
  const { owners } = series.errors;
  return {
    caption: 'Failed requests per second at twenty moments, and in total',
    header: ['KST', 'since the start', ...owners.map((one) => one.owner)],
    rows: [
      ...sampleTimes(series.durationSeconds).map((second) => [
        kstClock(series.startedAt + second * 1000),
        elapsed(second),
        ...owners.map((one) => threeDigits(valueAt(one.line, second))),
      ]),
      ['in total', '', ...owners.map((one) => whole(one.total))],
    ],
  };
}
