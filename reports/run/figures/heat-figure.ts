import type { HeatMap, ReportSeries } from '../../../models/results/series.ts';
import type { Axis, Figure, Mark, Panel, Table } from '../../charts/figure.ts';
import { compact } from '../../charts/points.ts';
import { latencyAxis, timeAxis } from '../../charts/ticks.ts';
import { duration } from '../../format/duration.ts';
import { whole } from '../../format/number.ts';
import { journeyName } from '../words/journey-name.ts';
import { heatLevels } from './heat-levels.ts';
import { phasesOf } from './phases.ts';

/** Requests by time and response time, colour = how many; shows two modes or a slow tail that percentiles hide. */
export function heatFigure(series: ReportSeries, finding: string): Figure {
  const counts = series.heat.flatMap((map) => map.counts.flat());
  const y = latencyAxis(
    series.heat.flatMap((map) => [...usedEdges(map), ...(map.budget ? [map.budget.p95] : [])]),
    'response time, logarithmic',
    true,
  );
  return {
    name: 'heat-map',
    subtitle: 'Every answered request by the time it was made and the time it took; the darker, the more; dashed: the p95 budget',
    alt: finding,
    startedAt: series.startedAt,
    x: timeAxis(series.startedAt, series.durationSeconds),
    panels: series.heat.map((map) => panel(map, y)),
    phases: phasesOf(series),
    levels: heatLevels(counts.reduce((most, count) => Math.max(most, count), 0)),
    table: heatTable(series.heat),
  };
}

function usedEdges(map: HeatMap): number[] {
  return map.edges
    .slice(0, -1)
    .flatMap((edge, row) => (map.counts.some((column) => (column[row] ?? 0) > 0) ? [edge, map.edges[row + 1] ?? edge] : []));
}

function panel(map: HeatMap, y: Axis): Panel {
  const cells = map.counts.flatMap((column, time) =>
    column.flatMap((count, row): [number, number, number][] => (count > 0 ? [[time, row, count]] : [])),
  );
  const { times, binSeconds: width } = map;
  const budget: Mark[] = map.budget ? [{ kind: 'limit', label: `≤ ${duration(map.budget.p95)}`, y: map.budget.p95 }] : [];
  return {
    title: journeyName(map.journey),
    height: 120,
    y,
    labelled: true,
    marks: [{ kind: 'cells', label: map.journey, times, width, edges: map.edges.map(compact), cells }, ...budget],
  };
}

/** Latency bands as rows, journeys as columns: the same counts, added up over time. */
function heatTable(maps: readonly HeatMap[]): Table {
  const bounds = [0, 10, 30, 100, 300, 1_000, 3_000, 10_000, Number.POSITIVE_INFINITY];
  const total = (map: HeatMap, low: number, high: number): number =>
    map.edges.slice(0, -1).reduce((sum, edge, row) => {
      const middle = Math.sqrt(edge * (map.edges[row + 1] ?? edge));
      return middle >= low && middle < high ? sum + map.counts.reduce((all, column) => all + (column[row] ?? 0), 0) : sum;
    }, 0);
  return {
    caption: 'Requests by response time',
    header: ['response time', ...maps.map((map) => `${journeyName(map.journey)}, requests`)],
    rows: bounds.slice(0, -1).map((low, index) => {
      const high = bounds[index + 1] ?? low;
      const band = high === Number.POSITIVE_INFINITY ? `${duration(low)} and more` : `${duration(low)} to ${duration(high)}`;
      return [band, ...maps.map((map) => whole(total(map, low, high)))];
    }),
  };
}
