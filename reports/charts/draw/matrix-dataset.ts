import type { ChartDataset } from 'chart.js';
import type { HeatCells } from '../figure/figure.ts';
import type { Theme } from './theme.ts';

type ScaleLike = { readonly max: number; getPixelForValue(value: number): number };
type Cell = { readonly x: number; readonly y: number; readonly v: number; readonly top: number };
type Context = { readonly chart: { readonly scales: Readonly<Record<string, ScaleLike>> }; readonly raw: Cell | undefined };

/** Half a pixel of overlap hides the seams between neighbouring cells. */
const OVERLAP = 0.5;

/**
 * Colour level of a count: the last of the ascending bounds at or below it.
 * @example levelOf(7, [1, 5, 20]) // => 1
 */
export function levelOf(count: number, levels: readonly number[]): number {
  return Math.max(0, levels.filter((bound) => bound <= count).length - 1);
}

/** Heat-map cells as a dataset of chartjs-chart-matrix, sized in pixels from the scales. */
export function matrixDataset(mark: HeatCells, yAxisID: string, levels: readonly number[], theme: Theme): ChartDataset<'line'> {
  const data = mark.cells.map(
    ([column, row, count]): Cell => ({ x: mark.times[column] ?? 0, y: mark.edges[row] ?? 0, v: count, top: mark.edges[row + 1] ?? 0 }),
  );
  const extent = (context: Context, scale: string, from: number, to: number): number => {
    const found = context.chart.scales[scale];
    return found ? Math.abs(found.getPixelForValue(Math.min(to, found.max)) - found.getPixelForValue(from)) + OVERLAP : 0;
  };
  const matrix = {
    type: 'matrix',
    label: mark.label,
    data,
    xAxisID: 'x',
    yAxisID,
    anchorX: 'left',
    anchorY: 'bottom',
    borderWidth: 0,
    width: (context: Context) => (context.raw ? extent(context, 'x', context.raw.x, context.raw.x + mark.width) : 0),
    height: (context: Context) => (context.raw ? extent(context, yAxisID, context.raw.y, context.raw.top) : 0),
    backgroundColor: (context: Context) => theme.heat[levelOf(context.raw?.v ?? 0, levels)],
  };
  // chart.js types a mixed chart by its first kind of dataset; the matrix controller reads its own options.
  return matrix as unknown as ChartDataset<'line'>;
}
