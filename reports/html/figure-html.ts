import type { DrawnFigure } from '../charts/png/draw-figures.ts';
import { DENSITY } from '../charts/png/draw-png.ts';
import { type Html, html } from '../format/html.ts';
import { tableHtml } from './table.ts';

/** A chart as image, a place for the sharp one, and its numbers; nothing when the run has no such chart. */
export function figureHtml(drawn: readonly DrawnFigure[], name: string): Html | null {
  const found = drawn.find((one) => one.figure.name === name);
  if (!found) return null;
  const { figure, png } = found;
  const [width, height] = [png.readUInt32BE(16) / DENSITY, png.readUInt32BE(20) / DENSITY];
  return html`<figure class="chart" data-chart="${figure.name}">
<figcaption>${figure.subtitle}</figcaption>
<div class="scroll still" tabindex="0" role="region" aria-label="${figure.subtitle}"><img src="data:image/png;base64,${png.toString('base64')}" width="${width}" height="${height}" alt="${figure.alt}"></div>
<details><summary>The numbers of this chart</summary>${tableHtml(figure.table)}</details>
</figure>`;
}
