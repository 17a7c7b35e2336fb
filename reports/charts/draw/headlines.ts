import type { Chart, Plugin } from 'chart.js';
import { whole } from '../../format/number.ts';
import type { Figure } from '../figure.ts';
import { FONT, PHASE_ROW } from './layout.ts';
import type { Theme } from './theme.ts';

/** Distance of a panel's title from its top, clear of the highest tick; CSS pixels. */
const TITLE_BASE = 19;
/** Colour levels a legend has room for. */
const MOST_LEVELS = 9;

/** Titles above the panels, phase names above the first, the colour legend of a heat map, and the paper under it all. */
export function headlines(figure: Figure, theme: Theme): Plugin<'line'> {
  return {
    id: 'headlines',
    beforeDraw: ({ ctx, width, height }) => {
      ctx.save();
      ctx.fillStyle = theme.paper;
      ctx.fillRect(0, 0, width, height);
      ctx.restore();
    },
    afterDraw: (chart) => {
      chart.ctx.save();
      chart.ctx.textBaseline = 'middle';
      figure.panels.forEach((panel, index) => {
        const room = index === 0 && figure.levels.length > 0 ? chart.width / 2 : chart.width;
        drawTitle(chart, panel.title, panel.y.title, room, (chart.scales[`y${index}`]?.top ?? 0) - TITLE_BASE, theme);
      });
      drawPhases(chart, figure, theme);
      if (figure.levels.length > 0) drawLegend(chart, chart.scales.y0?.top ?? 0, figure.levels, theme);
      chart.ctx.restore();
    },
  };
}

function drawTitle({ ctx }: Chart, title: string, unit: string, width: number, y: number, theme: Theme): void {
  ctx.font = `bold ${FONT.size}px ${FONT.family}`;
  ctx.fillStyle = theme.inks.ink;
  const fitting = cutToFit(title, (text) => ctx.measureText(text).width <= width - 16);
  ctx.fillText(fitting, 8, y);
  const end = 16 + ctx.measureText(fitting).width;
  ctx.font = `${FONT.size - 1}px ${FONT.family}`;
  ctx.fillStyle = theme.inks.muted;
  if (end + ctx.measureText(unit).width <= width) ctx.fillText(unit, end, y);
}

/** The longest beginning of a text that fits, with an ellipsis where it was cut. */
function cutToFit(text: string, fits: (text: string) => boolean): string {
  const signs = [...text];
  for (let length = signs.length; length > 0; length--) {
    const cut = length === signs.length ? text : `${signs.slice(0, length).join('')}…`;
    if (fits(cut)) return cut;
  }
  return '';
}

function drawPhases({ ctx, scales, chartArea }: Chart, figure: Figure, theme: Theme): void {
  ctx.font = `${FONT.size - 1}px ${FONT.family}`;
  ctx.fillStyle = theme.inks.muted;
  let free = 0;
  for (const phase of figure.phases) {
    const from = Math.max(scales.x?.getPixelForValue(phase.from) ?? 0, chartArea.left);
    const to = scales.x?.getPixelForValue(phase.to) ?? 0;
    // A name that does not fit over its phase is left out: the shading stays, and the tables name the phase.
    if (from >= free && ctx.measureText(phase.name).width <= to - from + 12) {
      ctx.fillText(phase.name, from + 2, PHASE_ROW / 2);
      free = from + ctx.measureText(phase.name).width + 8;
    }
    ctx.fillRect(from, PHASE_ROW - 2, 1, chartArea.bottom > PHASE_ROW ? 5 : 0);
  }
}

/** At most two fifths of a narrow chart, so that the title beside it stays readable. */
const legendWidth = (width: number): number => Math.min(234, width * 0.4);

function drawLegend({ ctx, chartArea }: Chart, top: number, levels: readonly number[], theme: Theme): void {
  const box = legendWidth(chartArea.width) / MOST_LEVELS;
  const y = top - TITLE_BASE;
  let x = chartArea.right - box * levels.length;
  ctx.font = `${FONT.size - 2}px ${FONT.family}`;
  levels.forEach((level, index) => {
    ctx.fillStyle = theme.heat[index] ?? theme.inks.ink;
    ctx.fillRect(x, y - 9, box, 8);
    ctx.fillStyle = theme.inks.muted;
    ctx.textAlign = 'left';
    if (index % 2 === 0 || levels.length < 6) ctx.fillText(whole(level), x, y + 6);
    x += box;
  });
  const words = 'requests per cell, from';
  const left = chartArea.right - box * levels.length - 8 - ctx.measureText(words).width;
  if (left > chartArea.width / 2) ctx.fillText(words, left, y);
}
