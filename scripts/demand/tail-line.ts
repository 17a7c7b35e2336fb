import type { ForecastDocument } from '../../models/results/forecast/forecast.ts';
import { sayAmount } from '../../models/words/amount.ts';

/** Sentence on the tail of single days beyond their forecast; no line where too few errors are known. */
export function tailLine({ tail }: ForecastDocument): string[] {
  if (tail === undefined) return [];
  const { level, factor, low, high, exceedances, threshold } = tail;
  const days = sayAmount(1 / (1 - level));
  return [
    `One day in ${days} exceeds its forecast by ×${sayAmount(factor)} or more (×${sayAmount(low)} to ×${sayAmount(high)} at 95 %; ${exceedances} independent errors beyond ×${sayAmount(threshold)}).`,
  ];
}
