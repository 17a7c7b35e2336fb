import type { ForecastDocument } from '../../models/results/forecast/forecast.ts';
import { readable } from '../terminal/readable.ts';

/** Sentence on the tail of single days beyond their forecast; no line where too few errors are known. */
export function tailLine({ tail }: ForecastDocument): string[] {
  if (tail === undefined) return [];
  const { level, factor, low, high, exceedances, threshold } = tail;
  const days = readable(1 / (1 - level));
  return [
    `One day in ${days} exceeds its forecast by ×${readable(factor)} or more (×${readable(low)} to ×${readable(high)} at 95 %; ${exceedances} independent errors beyond ×${readable(threshold)}).`,
  ];
}
