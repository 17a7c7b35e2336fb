import type { WindowDay } from '../../results/forecast/forecast-report.ts';
import { type Calendar, namesOn } from '../calendar/calendar.ts';
import { dayKind } from '../calendar/day-kind.ts';
import { periodsPerDay } from '../series/demand-series.ts';

/** A period of the window with its probability of being the highest. */
interface Stated {
  readonly p50: number;
  readonly p90: number;
  readonly probability: number;
}

/**
 * The days of the window with their names: hours are gathered, their highest quantiles and the sum of their chances.
 *
 * @param first first period of the window, periods since 1970-01-01T00
 * @param factorOf factor of holidays on a day, days since 1970-01-01
 */
export function windowDays(
  calendar: Calendar,
  step: 'day' | 'hour',
  first: number,
  stated: readonly Stated[],
  factorOf: (day: number) => number | null,
): WindowDay[] {
  const byDay = new Map<number, Stated>();
  stated.forEach((one, k) => {
    const day = Math.floor((first + k) / periodsPerDay(step));
    const before = byDay.get(day) ?? { p50: 0, p90: 0, probability: 0 };
    byDay.set(day, {
      p50: Math.max(before.p50, one.p50),
      p90: Math.max(before.p90, one.p90),
      probability: before.probability + one.probability,
    });
  });
  return [...byDay].map(([day, one]) => ({
    day,
    names: namesOn(calendar, day),
    off: dayKind(calendar, day).off,
    ...one,
    factor: factorOf(day),
  }));
}
