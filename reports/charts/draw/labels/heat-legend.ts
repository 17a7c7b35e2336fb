import type { Chart } from 'chart.js';
import { sayCount } from '../../../../models/words/count.ts';
import { FONT, LEGEND_ROW } from '../layout.ts';
import type { Theme } from '../theme.ts';

const WORDS = 'requests per cell, from';
const WIDEST_BOX = 30;
/** Narrower boxes have room for every third number only. */
const NARROW_BOX = 18;

/** The colours of a heat map with the counts they begin at, in a row of their own that ends at `bottom`. */
export function drawHeatLegend({ ctx, chartArea, width }: Chart, bottom: number, levels: readonly number[], theme: Theme): void {
  ctx.font = `${FONT.size - 2}px ${FONT.family}`;
  ctx.textAlign = 'left';
  ctx.fillStyle = theme.inks.muted;
  const y = bottom - LEGEND_ROW;
  ctx.fillText(WORDS, chartArea.left, y + 15);
  const left = chartArea.left + ctx.measureText(WORDS).width + 8;
  const box = Math.min(WIDEST_BOX, (width - left - 30) / levels.length);
  const each = box < NARROW_BOX ? 3 : 1;
  for (const [index, level] of levels.entries()) {
    ctx.fillStyle = theme.heat[index] ?? theme.inks.ink;
    ctx.fillRect(left + index * box, y + 10, box, 9);
    ctx.fillStyle = theme.inks.muted;
    if (index % each === 0) ctx.fillText(sayCount(level), left + index * box, y + 26);
  }
}
