import type { Chart } from 'chart.js';
import type { Figure } from '../../figure/figure.ts';
import { FONT, faultRows, PHASE_ROW, phaseRows } from '../layout.ts';
import type { Theme } from '../theme.ts';
import { cutToFit } from './cut-to-fit.ts';

/** Height of the bar that ties a name to its shade. */
const BAR = 3;

/** Names of faults below those of the phases, each in a row of its own over a bar as long as it lasted. */
export function drawFaultNames({ ctx, scales, chartArea, width }: Chart, figure: Figure, theme: Theme): void {
  const [above, rows] = [phaseRows(figure), faultRows(figure)];
  const pixel = (second: number): number => Math.min(chartArea.right, Math.max(scales.x?.getPixelForValue(second) ?? 0, chartArea.left));
  ctx.font = `${FONT.size - 1}px ${FONT.family}`;
  ctx.textAlign = 'left';
  ctx.fillStyle = theme.inks['fault-edge'];
  (figure.faults ?? []).slice(0, rows).forEach(({ name, from, to }, row) => {
    const [begins, ends] = [pixel(from), pixel(to)];
    const top = (above + row) * PHASE_ROW;
    ctx.fillRect(begins, top + PHASE_ROW - BAR, Math.max(2, ends - begins), BAR);
    const fitting = cutToFit(name, (text) => ctx.measureText(text).width <= width - 8);
    // Near the right edge a name grows to the left.
    const x = Math.max(4, Math.min(begins, width - ctx.measureText(fitting).width - 4));
    ctx.fillText(fitting, x, top + (PHASE_ROW - BAR) / 2);
  });
}
