import type { PeakQuantiles } from '../../results/forecast/peak-quantiles.ts';
import { interpolatedQuantileOf } from '../../statistics/interpolated-quantile.ts';
import { randomFrom } from '../../workload/users/random.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { dayKind } from '../calendar/day-kind.ts';
import type { DemandSeries } from '../series/demand-series.ts';
import { statedQuantiles } from './paths/peak-of-paths.ts';

/** The shape of days of one kind: mean share of each hour, and the share of the busiest hour of each such day. */
export interface DayShape {
  readonly shares: Float64Array;
  readonly busiest: Float64Array;
}

const HOURS = 24;
/** Days of a kind that make a shape; with fewer, all days do. */
const FEWEST_DAYS = 8;
/** A year and a bit: the shape of a day changes with the season and with habits. */
const MOST_DAYS = 400;

/**
 * The shape of days like `day` (working day, Saturday, or day off) in the last 400 days; null when no day is complete.
 *
 * @param series hourly demand
 */
export function dayShape(series: DemandSeries, calendar: Calendar, day: number): DayShape | null {
  const typeOf = (other: number): string => {
    const { weekday, holiday } = dayKind(calendar, other);
    return holiday || weekday === 6 ? 'off' : weekday === 5 ? 'saturday' : 'working';
  };
  const first = Math.ceil(series.first / HOURS);
  const last = Math.floor((series.first + series.values.length) / HOURS) - 1;
  const complete: { day: number; shares: Float64Array }[] = [];
  for (let d = Math.max(first, last - MOST_DAYS); d <= last; d++) {
    const from = d * HOURS - series.first;
    const hours = series.values.subarray(from, from + HOURS);
    const sum = hours.reduce((total, value) => total + value, 0);
    if (sum > 0) complete.push({ day: d, shares: hours.map((value) => value / sum) });
  }
  if (complete.length === 0) return null;
  const alike = complete.filter((one) => typeOf(one.day) === typeOf(day));
  const used = alike.length >= FEWEST_DAYS ? alike : complete;
  const shares = Float64Array.from({ length: HOURS }, (_, h) => used.reduce((sum, one) => sum + one.shares[h]!, 0) / used.length);
  return { shares, busiest: Float64Array.from(used, (one) => Math.max(...one.shares)) };
}

/** The busiest hour of each of the drawn peak days, with the share that the busiest hour of some past day had. The same seed gives the same numbers. */
export function busiestHours(dayPeaks: Float64Array, { busiest }: DayShape, seed: number): Float64Array {
  const random = randomFrom(seed, dayPeaks.length);
  return dayPeaks.map((peak) => peak * busiest[Math.floor(random() * busiest.length)]!);
}

/** Quantiles of the busiest hour, when it usually is, and its usual share of the day. */
export function peakHour(
  hours: Float64Array,
  { shares, busiest }: DayShape,
): PeakQuantiles & { readonly hour: number; readonly share: number } {
  return { ...statedQuantiles(hours), hour: shares.indexOf(Math.max(...shares)), share: interpolatedQuantileOf(busiest, 0.5) };
}
