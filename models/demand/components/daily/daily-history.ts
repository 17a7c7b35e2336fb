import { interpolatedQuantileOf } from '../../../statistics/interpolated-quantile.ts';
import type { Calendar } from '../../calendar/calendar.ts';
import type { DayNumber } from '../../calendar/day-number.ts';

/** Daily demand on the log scale, without gaps, beside what is really known. */
export interface DailyHistory {
  readonly first: DayNumber;
  readonly calendar: Calendar;
  /** Logarithm of the demand; NaN where it is not known. */
  readonly known: Float64Array;
  /** The same with gaps filled from the same weekday of neighbouring weeks. */
  readonly filled: Float64Array;
  /** Lower bound of the demand, in its unit: the logarithm of smaller values would dominate the fit. */
  readonly floor: number;
}

/** Share of the median demand that counts as nothing: a closed day is small, not infinitely far away. */
const FLOOR_SHARE = 0.01;
const WEEK = 7;
const LONGEST_SEARCH = 8;

/**
 * Puts daily demand on the log scale, where holidays and growth multiply. Values below 1 % of the median count as that.
 *
 * @param values demand by day from `first` on, not negative; NaN where unknown
 */
export function dailyHistory(first: DayNumber, values: ArrayLike<number>, calendar: Calendar): DailyHistory {
  const positive = Float64Array.from(values).filter((value) => value > 0);
  const floor = positive.length === 0 ? 1 : FLOOR_SHARE * interpolatedQuantileOf(positive, 0.5);
  const known = Float64Array.from(values, (value) => (Number.isFinite(value) ? Math.log(Math.max(value, floor)) : Number.NaN));
  return { first, calendar, known, filled: filled(known), floor };
}

/** Looks one week back and forward, then two, up to eight; what is left takes the value before it. */
function filled(known: Float64Array): Float64Array {
  const out = known.slice();
  for (let i = 0; i < out.length; i++) {
    for (let weeks = 1; weeks <= LONGEST_SEARCH && !Number.isFinite(out[i]); weeks++) {
      const around = [known[i - WEEK * weeks], known[i + WEEK * weeks]].filter((value) => Number.isFinite(value)) as number[];
      if (around.length > 0) out[i] = around.reduce((sum, value) => sum + value, 0) / around.length;
    }
    if (!Number.isFinite(out[i])) out[i] = out[i - 1] ?? known.find(Number.isFinite)!;
  }
  return out;
}
