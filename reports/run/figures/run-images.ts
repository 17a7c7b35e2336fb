import { CHART_WIDTH, type DrawnFigure, drawFigures } from '../../charts/png/draw-figures.ts';
import { findingsOf } from '../findings/findings.ts';
import type { ReportInput } from '../input/report-input.ts';
import { figuresOf } from './run-figures.ts';

/** The page and the files of a run show the same images, and drawing is most of the work of a report. */
const drawn = new WeakMap<ReportInput, Map<number, Promise<DrawnFigure[]>>>();

/** The charts of a run with their images `width` CSS pixels wide; drawn once a report and width. */
export function runImages(report: ReportInput, width = CHART_WIDTH): Promise<DrawnFigure[]> {
  const widths = drawn.get(report) ?? new Map<number, Promise<DrawnFigure[]>>();
  const found = widths.get(width) ?? drawFigures(figuresOf(report, findingsOf(report)), width);
  drawn.set(report, widths.set(width, found));
  return found;
}
