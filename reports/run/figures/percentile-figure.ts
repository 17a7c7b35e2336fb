import type { PercentilePlot, PercentilePoint, ReportSeries } from '../../../models/results/series.ts';
import type { Axis, Figure, Mark, Panel, Table } from '../../charts/figure.ts';
import { compact } from '../../charts/points.ts';
import { latencyAxis } from '../../charts/ticks.ts';
import { duration } from '../../format/duration.ts';
import { whole } from '../../format/number.ts';
import { percentileName } from '../../format/percentile-name.ts';
import { journeyInk, journeyName } from '../words/journey-name.ts';

const NAMED: readonly (readonly [oneIn: number, name: string])[] = [
  [2, 'p50'],
  [10, 'p90'],
  [20, 'p95'],
  [100, 'p99'],
  [1_000, 'p99.9'],
  [10_000, 'p99.99'],
  [100_000, 'p99.999'],
];

/** Latency against 1 / (1 − p): the whole tail on one line. The gap between *service* and *response* is time spent waiting to be sent. */
export function percentileFigure(series: ReportSeries, finding: string): Figure {
  const plots = series.percentiles.filter((plot) => plot.response.length > 0);
  const y = latencyAxis(
    plots.flatMap((plot) => [...plot.service, ...plot.response].map((point) => point.ms)),
    'response and service time',
  );
  return {
    name: 'percentiles',
    subtitle:
      'Judged phases, p50 to the largest percentile with ten samples beyond it; service as the generator timed it, response since the intended start',
    alt: finding,
    startedAt: series.startedAt,
    x: oneInAxis(plots),
    panels: plots.map((plot) => panel(plot, y)),
    phases: [],
    levels: [],
    table: percentileTable(plots),
  };
}

function oneInAxis(plots: readonly PercentilePlot[]): Axis {
  const max = plots.reduce((most, plot) => Math.max(most, plot.response.at(-1)?.oneIn ?? 0), 20);
  const ticks = NAMED.filter(([value]) => value <= max * 1.001).map(([value, name]) => ({ value, label: [name, `1 in ${whole(value)}`] }));
  return { scale: 'log', min: 2, max, ticks, title: 'requests slower than this', reads: 'one-in' };
}

const points = (of: readonly PercentilePoint[]): [number, number][] => of.map((point) => [compact(point.oneIn), compact(point.ms)]);

function panel(plot: PercentilePlot, y: Axis): Panel {
  const last = plot.response.at(-1);
  const beside = plot.service.at(-1);
  const visible = last && beside && last.ms > 1.3 * beside.ms;
  const note: Mark[] = visible
    ? [{ kind: 'note', text: 'waiting to be sent', x: last.oneIn, y: Math.sqrt(last.ms * beside.ms), anchor: 'left' }]
    : [];
  return {
    title: `${journeyName(plot.journey)}, ${whole(plot.samples)} samples`,
    height: 130,
    y,
    labelled: true,
    marks: [
      { kind: 'line', label: 'service', ink: 'muted', width: 1.5, dash: [4, 3], points: points(plot.service) },
      { kind: 'area', label: '', ink: 'gap', fill: 'gap', above: 1, points: points(plot.response) },
      { kind: 'line', label: 'response', ink: journeyInk(plot.journey), width: 2, points: points(plot.response) },
      ...note,
    ],
  };
}

function percentileTable(plots: readonly PercentilePlot[]): Table {
  const rows = plots.flatMap((plot) =>
    plot.response.map((point, index) => [
      journeyName(plot.journey),
      percentileName(point.quantile),
      duration(plot.service[index]?.ms ?? null),
      duration(point.ms),
      whole(plot.samples),
    ]),
  );
  return {
    caption: 'Percentiles of the judged phases',
    header: ['journey', 'percentile', 'service', 'response', 'samples'],
    rows: thinned(rows, 40),
  };
}

/** At most `limit` rows, evenly chosen, the last always among them. */
function thinned(rows: readonly string[][], limit: number): string[][] {
  const step = Math.max(1, Math.ceil(rows.length / limit));
  return rows.filter((_, index) => index % step === 0 || index === rows.length - 1);
}
