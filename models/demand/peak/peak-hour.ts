import type { PeakQuantiles } from '../../results/forecast/peak-quantiles.ts';
import { interpolatedQuantileOf } from '../../statistics/interpolated-quantile.ts';
import { randomFrom } from '../../workload/users/random.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { dayKind } from '../calendar/day-kind.ts';
import type { DemandSeries } from '../series/demand-series.ts';
import { statedQuantiles } from './peak-of-paths.ts';

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

/** Quantiles of the busiest hour: peaks of the days, each with the share of the busiest hour of some past day. The same seed gives the same numbers. */
export function peakHour(
  dayPeaks: Float64Array,
  shape: DayShape,
  seed: number,
): PeakQuantiles & { readonly hour: number; readonly share: number } {
  const random = randomFrom(seed, dayPeaks.length);
  const hours = dayPeaks.map((peak) => peak * shape.busiest[Math.floor(random() * shape.busiest.length)]!);
  return {
    ...statedQuantiles(hours),
    hour: shape.shares.indexOf(Math.max(...shape.shares)),
    share: interpolatedQuantileOf(shape.busiest, 0.5),
  };
}
