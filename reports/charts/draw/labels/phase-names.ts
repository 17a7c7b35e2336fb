import type { Chart } from 'chart.js';
import type { Figure } from '../../figure/figure.ts';
import { FONT, PHASE_ROW, phaseRows } from '../layout.ts';
import type { Theme } from '../theme.ts';

/** Distance between two names in a row. */
const GAP = 10;

/** Names of the phases above the first panel, each from its beginning on; one that would run into its neighbour goes to the second row. */
export function drawPhaseNames({ ctx, scales, chartArea, width }: Chart, figure: Figure, theme: Theme): void {
  const rows = phaseRows(figure);
  const free = new Array<number>(rows).fill(0);
  ctx.font = `${FONT.size - 1}px ${FONT.family}`;
  ctx.textAlign = 'left';
  ctx.fillStyle = theme.inks.muted;
  for (const { name, from } of figure.phases) {
    const begins = Math.max(scales.x?.getPixelForValue(from) ?? 0, chartArea.left);
    const length = ctx.measureText(name).width;
    // Near the right edge a name grows to the left.
    const x = Math.min(begins + 4, width - length - 2);
    const fitting = free.findIndex((end) => x >= end);
    const row = Math.max(0, fitting);
    const placed = fitting < 0 ? Math.min(free[0] ?? 0, width - length - 2) : x;
    ctx.fillText(name, placed, row * PHASE_ROW + PHASE_ROW / 2);
    free[row] = placed + length + GAP;
    ctx.fillRect(begins, row * PHASE_ROW + 2, 1, (rows - row) * PHASE_ROW - 2);
  }
}
