import type { Table } from '../charts/figure/figure.ts';
import { CHART_WIDTH } from '../charts/png/draw-figures.ts';
import { runImages } from './figures/run-images.ts';
import type { ReportInput } from './input/report-input.ts';

export interface RenderedChart {
  /** File name without ending. */
  readonly name: string;
  readonly png: Buffer;
  /** Text alternative: what the chart shows. */
  readonly alt: string;
  readonly table: Table;
}

/** Every chart of a run as PNG at double density, `width` CSS pixels wide, with its text alternative and its numbers. */
export async function renderCharts(report: ReportInput, width = CHART_WIDTH): Promise<RenderedChart[]> {
  const drawn = await runImages(report, width);
  return drawn.map(({ figure, png }) => ({ name: figure.name, png, alt: figure.alt, table: figure.table }));
}
