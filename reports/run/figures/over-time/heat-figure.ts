import type { HeatMap } from '../../../../models/results/series.ts';
import { sayCount } from '../../../../models/words/count.ts';
import { sayTime } from '../../../../models/words/duration.ts';
import type { Axis, Figure, Mark, Panel, Table } from '../../../charts/figure/figure.ts';
import { compact } from '../../../charts/figure/points.ts';
import { latencyAxis } from '../../../charts/figure/ticks.ts';
import { shorten } from '../../../format/shorten.ts';
import type { ReportInput } from '../../input/report-input.ts';
import { heatLevels } from './heat-levels.ts';
import { overTime } from './over-time.ts';

/** Requests by time and response time, colour = how many; shows two modes or a slow tail that percentiles hide. */
export function heatFigure(report: ReportInput, finding: string): Figure {
  const { heat } = report.series;
  const counts = heat.flatMap((map) => map.counts.flat());
  const y = latencyAxis(
    heat.flatMap((map) => [...usedEdges(map), ...(map.limit === null ? [] : [map.limit])]),
    'response time, logarithmic',
    true,
  );
  return {
    name: 'heat-map',
    subtitle:
      'Answers of the steps nearest to their limits, by the time of the answer and the time it took; the darker, the more; dashed: the limit on p95',
    alt: finding,
    ...overTime(report),
    panels: heat.map((map) => panel(map, y)),
    levels: heatLevels(counts.reduce((most, count) => Math.max(most, count), 0)),
    table: heatTable(heat),
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
  const limit: Mark[] = map.limit === null ? [] : [{ kind: 'limit', label: `≤ ${sayTime(map.limit)}`, y: map.limit }];
  return {
    title: shorten(map.title, 60),
    ...{ height: 104, y, labelled: true },
    marks: [{ kind: 'cells', label: map.title, times, width, edges: map.edges.map(compact), cells }, ...limit],
  };
}

/** Latency bands as rows, steps as columns: the same counts, added up over time. */
function heatTable(maps: readonly HeatMap[]): Table {
  const bounds = [0, 10, 30, 100, 300, 1_000, 3_000, 10_000, Number.POSITIVE_INFINITY];
  const total = (map: HeatMap, low: number, high: number): number =>
    map.edges.slice(0, -1).reduce((sum, edge, row) => {
      const middle = Math.sqrt(edge * (map.edges[row + 1] ?? edge));
      return middle >= low && middle < high ? sum + map.counts.reduce((all, column) => all + (column[row] ?? 0), 0) : sum;
    }, 0);
  return {
    caption: 'Answers by response time',
    header: ['response time', ...maps.map((map) => shorten(map.title, 40))],
    rows: bounds.slice(0, -1).map((low, index) => {
      const high = bounds[index + 1] ?? low;
      const band = high === Number.POSITIVE_INFINITY ? `${sayTime(low)} and more` : `${sayTime(low)} to ${sayTime(high)}`;
      return [band, ...maps.map((map) => sayCount(total(map, low, high)))];
    }),
  };
}
