import { type RidgeFit, ridge } from '../ridge.ts';
import { type Component, type DailyDesign, dailyDesign } from './daily-design.ts';
import type { DailyHistory } from './daily-history.ts';

/** Fitted values of the regression by component, for each day of history and horizon; logarithms that add up to `value`. */
export interface DailyRidge {
  readonly design: DailyDesign;
  readonly fit: RidgeFit;
  readonly value: Float64Array;
  /** The part of holidays and of the days around them. */
  readonly holiday: Float64Array;
}

/** Penalty of every effect as long as nothing is known of it. */
export const PENALTY = 0.5;

/** Sum of the parts of some components, by day. */
export function componentSum({ design, fit }: Pick<DailyRidge, 'design' | 'fit'>, wanted: readonly Component[]): Float64Array {
  const { starts, column, value, rows } = design.matrix;
  const isWanted = design.component.map((one) => wanted.includes(one));
  const out = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    for (let i = starts[r]!; i < starts[r + 1]!; i++) {
      if (isWanted[column[i]!]) out[r]! += value[i]! * fit.coefficients[column[i]!]!;
    }
  }
  return out;
}

/**
 * Ridge regression of log demand on trend, year, week, month and holidays.
 *
 * @param days history and horizon together
 * @param weight by day of the history, 0 to leave a day out; nothing for 1
 */
export function dailyRidge(history: DailyHistory, days: number, weight: Float64Array | null = null): DailyRidge | null {
  const design = dailyDesign(history.calendar, history.first, history.known.length, days);
  return refit(design, history, weight);
}

/**
 * The same for a design that is already there: folds share it.
 *
 * @param penalties one a column; nothing for the same for all
 */
export function refit(
  design: DailyDesign,
  history: DailyHistory,
  weight: Float64Array | null,
  penalties: Float64Array = new Float64Array(design.matrix.columns).fill(PENALTY),
): DailyRidge | null {
  const { matrix } = design;
  const target = new Float64Array(matrix.rows).fill(Number.NaN);
  target.set(history.known);
  const weights = weight === null ? null : Float64Array.from({ length: matrix.rows }, (_, i) => weight[i] ?? 0);
  const fit = ridge(matrix, target, weights, penalties);
  if (fit === null) return null;
  const parts = componentSum({ design, fit }, ['trend', 'year', 'week', 'month', 'holiday']);
  return { design, fit, value: parts.map((part) => part + fit.level), holiday: componentSum({ design, fit }, ['holiday']) };
}
