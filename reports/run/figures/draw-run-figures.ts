import { drawPng } from '../../charts/draw-png.ts';
import type { Figure } from '../../charts/figure.ts';
import { findingsOf } from '../findings/findings.ts';
import type { ReportInput } from '../report-input.ts';
import { figuresOf } from './run-figures.ts';

/** A figure with its image. */
export interface DrawnFigure {
  readonly figure: Figure;
  readonly png: Buffer;
}

/** Width in CSS pixels: on an A4 page the text of the charts keeps eight points. */
export const CHART_WIDTH = 760;

/** The page and the files of a run show the same images, and drawing is most of the work of a report. */
const drawn = new WeakMap<ReportInput, Map<number, Promise<DrawnFigure[]>>>();

/** The charts of a report with their images `width` CSS pixels wide; drawn once a report and width. */
export function drawFigures(report: ReportInput, width = CHART_WIDTH): Promise<DrawnFigure[]> {
  const widths = drawn.get(report) ?? new Map<number, Promise<DrawnFigure[]>>();
  const found = widths.get(width) ?? drawnFigures(figuresOf(report, findingsOf(report)), width);
  drawn.set(report, widths.set(width, found));
  return found;
}

/** Figures with their images, one after the other: two canvases at once would only double the memory. */
export async function drawnFigures(figures: readonly Figure[], width = CHART_WIDTH): Promise<DrawnFigure[]> {
  const images: DrawnFigure[] = [];
  for (const figure of figures) images.push({ figure, png: await drawPng(figure, width) });
  return images;
}
