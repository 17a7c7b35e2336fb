import { dayText, shortDay, shortMonth } from '../../format/time/calendar-day.ts';
import type { Axis, Tick } from './figure.ts';

/** Days between ticks while days are distinguished; beyond that, months. */
const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24];
const MOST_TICKS = 9;
const DAYS_PER_MONTH = 30.4;

/** Days since 1970 of the first of a month, counted from January 1970. */
const firstOfMonth = (month: number): number => Date.UTC(1970, month, 1) / 86_400_000;

function ticksOf(first: number, days: number): Tick[] {
  const step = DAY_STEPS.find((one) => days / one <= MOST_TICKS);
  if (step !== undefined) {
    return Array.from({ length: Math.floor(days / step) + 1 }, (_, i) => ({ value: i * step, label: shortDay(first + i * step) }));
  }
  const months = MONTH_STEPS.find((one) => days / DAYS_PER_MONTH / one <= MOST_TICKS) ?? 60;
  const ticks: Tick[] = [];
  for (let month = 0; firstOfMonth(month) <= first + days; month += months) {
    const value = firstOfMonth(month) - first;
    if (value >= 0) ticks.push({ value, label: days > 200 ? shortMonth(first + value) : shortDay(first + value) });
  }
  return ticks;
}

/**
 * Dates from a day on, in days since then; `room` days are left empty behind them.
 *
 * @param first days since 1970-01-01, local time
 */
export function dateAxis(first: number, days: number, room = 0): Axis {
  const title = `date, ${dayText(Math.floor(first))} to ${dayText(Math.ceil(first + days) - 1)}`;
  return { scale: 'linear', min: 0, max: days + room, ticks: ticksOf(first, days), title, reads: 'date' };
}
