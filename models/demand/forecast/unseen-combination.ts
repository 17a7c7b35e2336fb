import { sayCalendarName } from '../../words/calendar-name.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { type DayNumber, datePartsOf } from '../calendar/day-number.ts';
import type { Component } from '../components/daily/daily-design.ts';
import type { DailyHistory } from '../components/daily/daily-history.ts';
import { componentSum } from '../components/daily/daily-ridge.ts';
import { daysSincePay, PAY_DATES } from '../components/daily/pay-days.ts';
import { errorRows, type PastErrors } from '../peak/past-errors.ts';
import type { DailyForecast } from './daily-forecast.ts';

/** Days to each side of a festival on which it moves demand most. */
const NEAR = 3;
/** Days between two occasions: what is nearer belongs to the same one. */
const APART = 28;
/** Prior weight, in occasions, of missing no more than usual; and the most that is added. */
const PRIOR = 2;
const MOST = 2;
/** Effect of festivals, and of dates of the month, from which they matter to a peak; logarithm, about 5 %. */
const MATTERS = 0.05;
const LAST_DAY = 31;

/** A likeliest day of the peak that nothing in the history resembles. */
export interface UnseenCombination {
  readonly day: DayNumber;
  /** What falls together, for instance `before Chuseok` and `wages of the 25th`. */
  readonly names: readonly string[];
  /** Past occasions that had no example before either, and how far days of them missed beside other days of one circumstance, as a factor on the spread. */
  readonly occasions: number;
  readonly factor: number;
}

/** What makes a day special: before, on or after a festival, and what is paid on it. */
function circumstances(calendar: Calendar, day: DayNumber): string[] {
  const near = calendar.events
    .filter(({ reach }) => reach > 1)
    .flatMap(({ name, days }) =>
      days.filter((one) => Math.abs(day - one) <= NEAR).map((one) => `${side(day - one)} ${sayCalendarName(name)}`),
    );
  const { date } = datePartsOf(day);
  const paid = PAY_DATES.filter((due) => date === due || daysSincePay(calendar, day, due) === 0);
  return [...near, ...paid.map((due) => (due === LAST_DAY ? 'the end of the month' : `wages of the ${due}th`))];
}

const side = (offset: number): string => (offset < 0 ? 'before' : offset > 0 ? 'after' : 'on');

/**
 * The likeliest day of the peak, when at least two circumstances meet on it that met on no known day of the history: their effects are multiplied, which nobody has
 * seen. How far such days missed in the past, each the first of its kind, widens what lies above the median, the less the fewer there were.
 *
 * @returns null when the combination was seen, when the day has one circumstance or none, and when festival or payment hardly move demand
 */
export function unseenCombination(history: DailyHistory, { path, past, ridge }: DailyForecast): UnseenCombination | null {
  const { calendar, first, known } = history;
  const at = known.length + path.indexOf(Math.max(...path));
  const matters = (component: Component): boolean => Math.abs(componentSum(ridge, [component])[at]!) >= MATTERS;
  if (!matters('holiday') || !matters('month')) return null;
  const day = first + at;
  const names = circumstances(calendar, day);
  if (names.length < 2) return null;
  const each = Array.from(known, (value, i) => (Number.isFinite(value) ? circumstances(calendar, first + i) : []));
  const firstSeen = new Map<string, number>();
  each.forEach((all, i) => {
    const key = all.join();
    if (!firstSeen.has(key)) firstSeen.set(key, i);
  });
  if (each.some((all) => names.every((name) => all.includes(name)))) return null;
  return { day, names, ...missedBefore(each, firstSeen, known.length, past) };
}

/** How far first occasions of combinations missed, beside days of one circumstance. */
function missedBefore(each: readonly string[][], firstSeen: ReadonlyMap<string, number>, days: number, past: PastErrors) {
  const squares = { first: new Map<number, number[]>(), other: [] as number[] };
  for (const { row, middle, age } of errorRows(past)) {
    const origin = days - 1 - age;
    row.forEach((error, k) => {
      const all = each[origin + 1 + k] ?? [];
      const seen = firstSeen.get(all.join()) ?? 0;
      const square = (error - middle) ** 2;
      if (all.length === 1) squares.other.push(square);
      if (all.length > 1 && origin + 1 + k - seen < APART) squares.first.set(seen, [...(squares.first.get(seen) ?? []), square]);
    });
  }
  const occasions = squares.first.size;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const ratio = Math.sqrt(mean([...squares.first.values()].map(mean)) / mean(squares.other));
  const trusted = occasions / (occasions + PRIOR);
  return { occasions, factor: ratio > 1 ? Math.min(ratio, MOST) ** trusted : 1 };
}
