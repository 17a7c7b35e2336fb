import type { Figure } from '../figure.ts';

/** Room above each panel for its title, above the first for the phase names, and below the last for two rows of ticks and the axis title. CSS pixels. */
export const TITLE_ROW = 42;
export const PHASE_ROW = 20;
const AXIS_ROWS = 62;

/** Text sizes in CSS pixels: readable when an A4 page shrinks the chart by a fifth. */
export const FONT = { family: 'Pretendard', size: 13 } as const;

/** Height of a figure in CSS pixels; the width is free. */
export function figureHeight(figure: Figure): number {
  const panels = figure.panels.reduce((sum, panel) => sum + panel.height + TITLE_ROW, 0);
  return panels + AXIS_ROWS + (figure.phases.length > 0 ? PHASE_ROW : 0);
}

/** Stroke of a budget line. */
export const LIMIT_DASH = [6, 4];
