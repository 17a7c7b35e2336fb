import type { ChartDataset } from 'chart.js';
import type { Figure, HeatCells, Mark } from '../figure/figure.ts';
import { matrixDataset } from './matrix-dataset.ts';
import type { Theme } from './theme.ts';

type Drawn = Extract<Mark, { kind: 'line' | 'area' | 'dots' }>;

/** Datasets of all panels, each bound to the y scale of its panel; later marks are drawn over earlier ones. */
export function datasetsOf(figure: Figure, theme: Theme): ChartDataset<'line'>[] {
  const drawn = figure.panels.flatMap((panel, index) =>
    panel.marks
      .filter((mark): mark is Drawn | HeatCells => ['line', 'area', 'dots', 'cells'].includes(mark.kind))
      .map((mark) => (mark.kind === 'cells' ? matrixDataset(mark, `y${index}`, figure.levels, theme) : dataset(mark, `y${index}`, theme))),
  );
  return drawn.map((one, index) => ({ ...one, order: drawn.length - index }));
}

function dataset(mark: Drawn, yAxisID: string, theme: Theme): ChartDataset<'line'> {
  const ink = theme.inks[mark.ink];
  const own = mark.kind === 'area' ? mark.own : undefined;
  // chart.js breaks a line at null, though its types only know numbers.
  const data = mark.points.map(([x, y], index) => ({ x, y: y as number, ...(own ? { own: own[index] } : {}) }));
  const common = { type: 'line' as const, label: mark.label, data, xAxisID: 'x', yAxisID, borderColor: ink, backgroundColor: ink };
  if (mark.kind === 'dots') return { ...common, showLine: false, pointRadius: 1.8, pointBorderWidth: 0, pointHitRadius: 3 };
  // A lonely point on the edge of the plot is drawn whole.
  const line = { ...common, clip: 5, pointRadius: lonely(mark.points), pointHoverRadius: 4, borderJoinStyle: 'round' as const };
  if (mark.kind === 'line') return { ...line, borderWidth: mark.width, borderDash: [...(mark.dash ?? [])], fill: false };
  const colour = theme.inks[mark.fill];
  const fill = { target: mark.above ? `-${mark.above}` : 'origin', above: colour, below: colour };
  return { ...line, borderWidth: 1, fill };
}

/** Radii: a measured second between two silent ones has no line to lie on; without a dot it would vanish. */
function lonely(points: readonly (readonly [number, number | null])[]): number[] {
  const silent = (index: number): boolean => (points[index]?.[1] ?? null) === null;
  return points.map((_, index) => (!silent(index) && silent(index - 1) && silent(index + 1) ? 2.5 : 0));
}
