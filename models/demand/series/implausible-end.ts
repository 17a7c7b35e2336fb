import { interpolatedQuantileOf } from '../../statistics/interpolated-quantile.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { dayKind } from '../calendar/day-kind.ts';
import type { DemandSeries } from './demand-series.ts';

/** Weeks that make what is usual for a weekday. */
const WEEKS = 6;
/** Ordinary days that a range rests on, at least. */
const FEWEST = 28;
/** Robust standard deviations from the usual beyond which no ordinary day lies; assumed. */
const FAR = 6;
/** Median absolute deviation of a normal distribution, in standard deviations. */
const MAD = 0.6745;
/** A smaller difference is no broken day, however regular the series; assumed. */
const LEAST = Math.log(1.25);

/** Log ratio of a day to the median of the same weekday in the weeks before; NaN where unknown. */
function logRatio(values: Float64Array, i: number): number {
  const before = Array.from({ length: WEEKS }, (_, w) => values[i - 7 * (w + 1)] ?? Number.NaN).filter((value) => value > 0);
  return before.length < WEEKS / 2 ? Number.NaN : Math.log(values[i]! / interpolatedQuantileOf(before, 0.5));
}

/**
 * How far the last day of a daily series lies from its weekday, as a factor, when nothing like it was seen before: a day that was exported
 * before it was over, or counted several times. null for a day that may be real.
 *
 * A day is compared with ordinary days when it is one by the calendar, and with all days on and around holidays.
 */
export function implausibleEnd({ step, first, values }: DemandSeries, calendar: Calendar): number | null {
  const last = values.length - 1;
  if (step !== 'day' || !(values[last]! > 0)) return null;
  const reach = new Set(calendar.events.flatMap(({ days, reach: far }) => days.flatMap((day) => around(day, far))));
  const isOrdinary = (i: number): boolean => !dayKind(calendar, first + i).holiday && !reach.has(first + i);
  const ordinary = isOrdinary(last);
  const before = Array.from(values.subarray(0, last), (_, i) => i)
    .filter((i) => !ordinary || isOrdinary(i))
    .map((i) => logRatio(values, i))
    .filter(Number.isFinite);
  const ratio = logRatio(values, last);
  if (before.length < FEWEST || !Number.isFinite(ratio)) return null;
  const middle = interpolatedQuantileOf(before, 0.5);
  const spread =
    interpolatedQuantileOf(
      before.map((one) => Math.abs(one - middle)),
      0.5,
    ) / MAD;
  const isBeyond = ratio < Math.min(...before) || ratio > Math.max(...before);
  const isFar = Math.abs(ratio - middle) > Math.max(FAR * spread, LEAST);
  return isBeyond && isFar ? Math.exp(ratio) : null;
}

const around = (day: number, reach: number): number[] => Array.from({ length: 2 * reach + 1 }, (_, i) => day - reach + i);
