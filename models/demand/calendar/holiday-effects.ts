import { interpolatedQuantileOf } from '../../statistics/interpolated-quantile.ts';
import type { Calendar } from './calendar.ts';
import type { DayNumber } from './day-number.ts';

/**
 * Past effect of a day at some distance from an event, as factors on the demand of the same weekday two and three weeks before and after.
 */
export interface PastEffect {
  readonly occurrences: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

const COMPARED = [-21, -14, 14, 21];

/**
 * Effect of the day `offset` days after an event, over all its occurrences in the history; null where there is none. Holidays are no yardstick:
 * they are left out of the comparison.
 *
 *   factor = y / geometric mean of y at ±14 and ±21 days
 *
 * @param known log demand by day from `first` on; NaN where unknown
 */
export function pastEffect(
  calendar: Calendar,
  days: readonly DayNumber[],
  offset: number,
  first: DayNumber,
  known: Float64Array,
): PastEffect | null {
  const factors = days.flatMap((zero) => {
    const at = zero + offset - first;
    const usual = COMPARED.map((distance) => at + distance)
      .filter((i) => Number.isFinite(known[i]) && !calendar.holidays.has(first + i))
      .map((i) => known[i]!);
    if (!Number.isFinite(known[at]) || usual.length === 0) return [];
    return [Math.exp(known[at]! - usual.reduce((sum, value) => sum + value, 0) / usual.length)];
  });
  if (factors.length === 0) return null;
  return {
    occurrences: factors.length,
    median: interpolatedQuantileOf(factors, 0.5),
    low: Math.min(...factors),
    high: Math.max(...factors),
  };
}
