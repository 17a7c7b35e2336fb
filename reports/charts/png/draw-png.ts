import type { Chart, ChartConfiguration } from 'chart.js';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import { FONT, figureHeight } from '../draw/layout.ts';
import { registeredChart } from '../draw/register.ts';
import { LIGHT } from '../draw/theme.ts';
import { toChartJs } from '../draw/to-chart-js.ts';
import type { Figure } from '../figure/figure.ts';
import { PRETENDARD } from '../pretendard.ts';
import { palettePng } from './palette-png.ts';

/** Pixels of the image for one CSS pixel. */
export const DENSITY = 2;

/**
 * chartjs-node-canvas requires its own copy of chart.js, to which ES module plugins are not bound:
 * the matrix would be unknown and labels would land on wrong places without an error. This hands it the copy the plugins use.
 */
class SharedChart extends ChartJSNodeCanvas {
  override initialize(): typeof Chart {
    return registeredChart();
  }
}

let registered = false;

function registerFonts(canvas: ChartJSNodeCanvas): void {
  if (registered) return;
  for (const font of PRETENDARD) canvas.registerFont(font.path, { family: FONT.family, weight: font.canvasWeight });
  registered = true;
}

/** A figure as PNG, `width` CSS pixels wide at double density, in light colours for print. */
export async function drawPng(figure: Figure, width: number): Promise<Buffer> {
  const canvas = new SharedChart({ width, height: figureHeight(figure) });
  registerFonts(canvas);
  const configuration = toChartJs(figure, LIGHT);
  Object.assign(configuration.options ?? {}, { devicePixelRatio: DENSITY });
  // `raw` is known to the canvas, though not to the types of chartjs-node-canvas: RGBA, row by row.
  const pixels = await canvas.renderToBuffer(configuration as unknown as ChartConfiguration, 'raw' as 'image/png');
  return palettePng(pixels, width * DENSITY, figureHeight(figure) * DENSITY);
}
