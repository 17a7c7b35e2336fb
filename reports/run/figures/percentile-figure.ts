import type { PercentilePlot, PercentilePoint } from '../../../models/results/series.ts';
import { plural, sayCount } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import type { Axis, Figure, Mark, Panel, Table } from '../../charts/figure/figure.ts';
import type { Ink } from '../../charts/figure/ink.ts';
import { compact } from '../../charts/figure/points.ts';
import { latencyAxis } from '../../charts/figure/ticks.ts';
import { percentileName } from '../../format/percentile-name.ts';
import { shorten } from '../../format/shorten.ts';
import type { ReportInput } from '../input/report-input.ts';
import { stepInks } from './step-inks.ts';

/** In the order in which they give way where there is no room. */
const NAMED: readonly (readonly [oneIn: number, name: string])[] = [
  [2, 'p50'],
  [100, 'p99'],
  [20, 'p95'],
  [1_000, 'p99.9'],
  [10_000, 'p99.99'],
  [10, 'p90'],
  [100_000, 'p99.999'],
];
/** From this ratio on the gap is wide enough to be seen and named. */
const VISIBLE_GAP = 1.15;

/** Latency against 1 / (1 − p): the whole tail on one line. The gap between *service* and *response* is time spent waiting to be sent. */
export function percentileFigure({ series, timeZone }: ReportInput, finding: string): Figure {
  const plots = series.percentiles.filter((plot) => plot.response.length > 0);
  const inks = stepInks(series.steps);
  const y = latencyAxis(
    plots.flatMap((plot) => [...plot.service, ...plot.response].map((point) => point.ms)),
    'response and service time',
  );
  return {
    name: 'percentiles',
    subtitle:
      'Steps nearest to their limits, judged phases, up to the largest percentile with ten samples beyond it: service time as k6 measured it, response time since the intended start',
    alt: finding,
    startedAt: series.startedAt,
    timeZone,
    x: oneInAxis(plots),
    panels: plots.map((plot) => panel(plot, y, inks.get(plot.step) ?? 'muted')),
    phases: [],
    levels: [],
    table: percentileTable(plots),
  };
}

function oneInAxis(plots: readonly PercentilePlot[]): Axis {
  const max = plots.reduce((most, plot) => Math.max(most, plot.response.at(-1)?.oneIn ?? 0), 100);
  const ticks = NAMED.flatMap(([value, name], rank) =>
    value <= max * 1.001 ? [{ value, label: [name, `1 in ${sayCount(value)}`], rank }] : [],
  );
  return { scale: 'log', min: 2, max, ticks, title: 'percentile, and the share of requests that took longer', reads: 'one-in' };
}

const points = (of: readonly PercentilePoint[]): [number, number][] => of.map((point) => [compact(point.oneIn), compact(point.ms)]);

function panel(plot: PercentilePlot, y: Axis, ink: Ink): Panel {
  const [last, beside] = [plot.response.at(-1), plot.service.at(-1)];
  const visible = last !== undefined && beside !== undefined && last.ms > VISIBLE_GAP * beside.ms;
  const service: Mark = { kind: 'line', label: 'service', ink: 'muted', width: 1.5, dash: [4, 3], points: points(plot.service) };
  const gap: Mark = {
    kind: 'area',
    label: visible ? 'waiting to be sent' : '',
    ink: 'gap',
    fill: 'gap',
    above: 1,
    points: points(plot.response),
  };
  return {
    title: `${shorten(plot.title, 60)}, ${plural(plot.samples, 'sample', 'samples')}`,
    ...{ height: 110, y, labelled: true },
    marks: [service, gap, { kind: 'line', label: 'response', ink, width: 2, points: points(plot.response) }],
  };
}

function percentileTable(plots: readonly PercentilePlot[]): Table {
  const rows = plots.flatMap((plot) =>
    plot.response.map((point, index) => [
      shorten(plot.title, 60),
      percentileName(point.quantile),
      sayTime(plot.service[index]?.ms ?? null),
      sayTime(point.ms),
      sayCount(plot.samples),
    ]),
  );
  return {
    caption: 'Percentiles of the judged phases',
    header: ['step', 'percentile', 'service', 'response', 'samples'],
    rows: thinned(rows, 40),
  };
}

/** At most `limit` rows, evenly chosen, the last always among them. */
function thinned(rows: readonly string[][], limit: number): string[][] {
  const step = Math.max(1, Math.ceil(rows.length / limit));
  return rows.filter((_, index) => index % step === 0 || index === rows.length - 1);
}
