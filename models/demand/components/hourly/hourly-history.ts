import { interpolatedQuantileOf } from '../../../statistics/interpolated-quantile.ts';
import type { Calendar } from '../../calendar/calendar.ts';

/** Hourly demand on the log scale, beside what is really known. */
export interface HourlyHistory {
  /** Hours since 1970-01-01T00 in local time. */
  readonly first: number;
  readonly calendar: Calendar;
  readonly known: Float64Array;
  /** The same with gaps filled from a week before, or a day, or the hour. */
  readonly filled: Float64Array;
  readonly floor: number;
}

const FLOOR_SHARE = 0.01;
const EARLIER = [168, 24, 1];

/**
 * Puts hourly demand on the log scale; see `dailyHistory`.
 *
 * @param values by hour from `first` on; NaN where unknown, such as the hour that daylight saving skips
 */
export function hourlyHistory(first: number, values: ArrayLike<number>, calendar: Calendar): HourlyHistory {
  const positive = Float64Array.from(values).filter((value) => value > 0);
  const floor = positive.length === 0 ? 1 : FLOOR_SHARE * interpolatedQuantileOf(positive, 0.5);
  const known = Float64Array.from(values, (value) => (Number.isFinite(value) ? Math.log(Math.max(value, floor)) : Number.NaN));
  const filled = known.slice();
  for (let i = 0; i < filled.length; i++) {
    for (const hours of EARLIER) if (!Number.isFinite(filled[i]) && i >= hours) filled[i] = filled[i - hours]!;
    if (!Number.isFinite(filled[i])) filled[i] = known.find(Number.isFinite) ?? Math.log(floor);
  }
  return { first, calendar, known, filled, floor };
}
