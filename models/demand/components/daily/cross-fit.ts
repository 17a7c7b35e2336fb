import type { Component } from './daily-design.ts';
import type { DailyHistory } from './daily-history.ts';
import { componentSum, type DailyRidge, refit } from './daily-ridge.ts';
import { effectPenalties } from './effect-penalties.ts';

/** The regression, once from everything and once for each fold without the days of the fold. */
export interface CrossFit {
  readonly whole: DailyRidge;
  /** Fold of each day, history and horizon; days of one block of eight weeks are in one fold. */
  readonly foldOf: Uint8Array;
  readonly folds: number;
  /** Sum of components by day, each day from the regression that has not seen it; days to come from the whole. */
  unseen(components: readonly Component[]): Float64Array;
  /** The same from everything. */
  seen(components: readonly Component[]): Float64Array;
}

/** Long enough that the weather of one block is not that of the next, short enough that every fold sees all seasons. */
const BLOCK_DAYS = 56;
const FOLDS = 3;

/**
 * Fits the regression FOLDS + 1 times, so that its errors on days it has not seen are known.
 *
 * @param first fit with one penalty for all over history and horizon, from which penalties are learned
 * @param weight by day of the history; nothing for 1
 */
export function crossFit(history: DailyHistory, first: DailyRidge, weight: Float64Array | null): CrossFit {
  const known = history.known.length;
  const { design } = first;
  const days = design.matrix.rows;
  const penalties = effectPenalties((weight === null ? null : refit(design, history, weight)) ?? first, history);
  const whole = refit(design, history, weight, penalties) ?? first;
  const foldOf = Uint8Array.from({ length: days }, (_, i) => Math.floor(Math.max(known - 1 - i, 0) / BLOCK_DAYS) % FOLDS);
  const parts = Array.from({ length: FOLDS }, (_, fold) => {
    const without = Float64Array.from({ length: known }, (_, i) => (foldOf[i] === fold ? 0 : (weight?.[i] ?? 1)));
    return refit(design, history, without, penalties) ?? whole;
  });
  const level = (fold: number): number => parts[fold]!.fit.level;
  return {
    whole,
    foldOf,
    folds: FOLDS,
    seen: (components) => componentSum(whole, components),
    unseen(components) {
      const full = componentSum(whole, components);
      const byFold = parts.map((part) => componentSum(part, components));
      const withLevel = components.includes('trend');
      return full.map((value, i) => {
        if (i >= known) return value + (withLevel ? whole.fit.level : 0);
        return byFold[foldOf[i]!]![i]! + (withLevel ? level(foldOf[i]!) : 0);
      });
    },
  };
}
