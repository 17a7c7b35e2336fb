import type { Figure } from '../figure/figure.ts';

/** Room above each panel for its title, and below the last for two rows of ticks and the axis title. CSS pixels. */
export const TITLE_ROW = 36;
/** A row of phase names above the first panel; two where there is more than one phase, so that a short phase keeps its name. */
export const PHASE_ROW = 17;
/** Colours of a heat map with their counts. */
export const LEGEND_ROW = 36;
const AXIS_ROWS = 62;

/** Text sizes in CSS pixels: readable when an A4 page shrinks the chart by a fifth. */
export const FONT = { family: 'Pretendard', size: 13 } as const;

/** Rows of phase names. */
export const phaseRows = (figure: Figure): number => Math.min(2, figure.phases.length);

/** Rows of the names of faults: one each, so that a short one keeps its name; the last row has all that are too many. */
export const faultRows = ({ faults = [] }: Figure): number => Math.min(4, faults.length);

/** Room above the first panel's title: phases, faults, then the legend of a heat map. */
export function topRoom(figure: Figure): number {
  return (phaseRows(figure) + faultRows(figure)) * PHASE_ROW + (figure.levels.length > 0 ? LEGEND_ROW : 0);
}

/** Height of a figure in CSS pixels; the width is free. */
export function figureHeight(figure: Figure): number {
  const panels = figure.panels.reduce((sum, panel) => sum + panel.height + TITLE_ROW, 0);
  return panels + AXIS_ROWS + topRoom(figure);
}

/** Stroke of a limit. */
export const LIMIT_DASH = [6, 4];
