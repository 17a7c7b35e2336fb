import type { Chart, Plugin } from 'chart.js';
import type { Figure } from '../../figure/figure.ts';
import { FONT, topRoom } from '../layout.ts';
import type { Theme } from '../theme.ts';
import { cutToFit } from './cut-to-fit.ts';
import { drawFaultNames } from './fault-names.ts';
import { drawHeatLegend } from './heat-legend.ts';
import { drawPhaseNames } from './phase-names.ts';

/** Distance of a panel's title from its top, clear of the highest tick; CSS pixels. */
const TITLE_BASE = 17;

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
        drawTitle(chart, panel.title, panel.y.title, (chart.scales[`y${index}`]?.top ?? 0) - TITLE_BASE, theme);
      });
      drawPhaseNames(chart, figure, theme);
      drawFaultNames(chart, figure, theme);
      if (figure.levels.length > 0) drawHeatLegend(chart, topRoom(figure), figure.levels, theme);
      chart.ctx.restore();
    },
  };
}

/** The title is cut before the unit: without it the numbers say nothing. */
function drawTitle({ ctx, width }: Chart, title: string, unit: string, y: number, theme: Theme): void {
  const small = `${FONT.size - 1}px ${FONT.family}`;
  ctx.textAlign = 'left';
  ctx.font = small;
  const unitWidth = ctx.measureText(unit).width;
  ctx.font = `bold ${FONT.size}px ${FONT.family}`;
  ctx.fillStyle = theme.inks.ink;
  const room = width - 16 - (unitWidth > 0 ? unitWidth + 10 : 0);
  const fitting = cutToFit(title, (text) => ctx.measureText(text).width <= room);
  ctx.fillText(fitting, 8, y);
  const end = 18 + ctx.measureText(fitting).width;
  ctx.font = small;
  ctx.fillStyle = theme.inks.muted;
  ctx.fillText(unit, end, y);
}
