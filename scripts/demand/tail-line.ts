import type { ForecastDocument } from '../../models/results/forecast.ts';
import { readable } from './csv/readable.ts';

/** What single days may do beyond their forecast, as a sentence; none where too few errors are known. */
export function tailLine({ tail }: ForecastDocument): string[] {
  if (tail === undefined) return [];
  const { level, factor, low, high, exceedances, threshold } = tail;
  const days = readable(1 / (1 - level));
  return [
    `One day in ${days} exceeds its forecast by ×${readable(factor)} or more (×${readable(low)} to ×${readable(high)} at 95 %; ${exceedances} separate errors beyond ×${readable(threshold)}).`,
  ];
}
