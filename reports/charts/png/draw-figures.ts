import type { Figure } from '../figure/figure.ts';
import { drawPng } from './draw-png.ts';

/** A figure with its image. */
export interface DrawnFigure {
  readonly figure: Figure;
  readonly png: Buffer;
}

/** Width in CSS pixels: on an A4 page the text of the charts keeps eight points. */
export const CHART_WIDTH = 760;

/** Figures with their images, one after the other: two canvases at once would only double the memory. */
export async function drawFigures(figures: readonly Figure[], width = CHART_WIDTH): Promise<DrawnFigure[]> {
  const images: DrawnFigure[] = [];
  for (const figure of figures) images.push({ figure, png: await drawPng(figure, width) });
  return images;
}
