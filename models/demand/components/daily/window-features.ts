import { dayKind } from '../../calendar/day-kind.ts';
import { datePartsOf } from '../../calendar/day-number.ts';
import type { DailyHistory } from './daily-history.ts';
import type { PastYears } from './past-years.ts';
import { daysSincePay, PAY_DATES } from './pay-days.ts';

/** Days that make the level at an origin. */
export const LEVEL_DAYS = 28;
const FARTHEST_EVENT = 14;

/** Features known at an origin, or about a day, as columns of a matrix with one row for each pair of origin and horizon. */
export interface WindowFeatures {
  readonly columns: Float64Array[];
  /** Log demand of the day minus what the smoothing member said at the origin; NaN where unknown. */
  readonly target: Float64Array;
  /** What the smoothing member said, by row. */
  readonly said: Float64Array;
}

/** Predictions of the other members, used as features. */
export interface WindowHints {
  /** Log demand without holidays, gaps filled: what level and rhythm are read from. */
  readonly adjusted: Float64Array;
  /** Past years of it, history and horizon. */
  readonly years: PastYears;
  /** Effect of holidays by day, history and horizon, as the regression sees it. */
  readonly holiday: Float64Array;
  /** Features of the calendar by day, history and horizon. */
  readonly dayColumns: readonly Float64Array[];
  /** Forecast of the smoothing member for the days after an origin. */
  readonly ahead: (origin: number) => Float64Array;
}

/** Features of the days o + 1 … o + h for each origin o, the index of the last day known there. */
export function windowFeatures(
  history: DailyHistory,
  { adjusted, years, holiday, dayColumns, ahead }: WindowHints,
  origins: readonly number[],
  horizon: number,
): WindowFeatures {
  const sums = runningSums(adjusted);
  const origin = ORIGIN_FEATURES.length;
  const width = origin + 6 + dayColumns.length;
  const rows = origins.length * horizon;
  const columns = Array.from({ length: width }, () => new Float64Array(rows));
  const target = new Float64Array(rows);
  const base = new Float64Array(rows);
  const mean = (end: number, days: number): number => (end - days + 1 < 0 ? Number.NaN : (sums[end + 1]! - sums[end + 1 - days]!) / days);
  origins.forEach((o, i) => {
    const level = mean(o, LEVEL_DAYS);
    const atOrigin = ORIGIN_FEATURES.map((feature) => feature({ o, level, mean, adjusted }));
    const said = ahead(o);
    const yearLevel = meanOf(years.week.subarray(o - LEVEL_DAYS + 1, o + 1));
    for (let k = 1; k <= horizon; k++) {
      const row = i * horizon + k - 1;
      const day = o + k;
      base[row] = said[k - 1]!;
      target[row] = (history.known[day] ?? Number.NaN) - base[row]!;
      for (let c = 0; c < origin; c++) columns[c]![row] = atOrigin[c]!;
      columns[origin]![row] = k;
      columns[origin + 1]![row] = sameWeekday(adjusted, o, k) - level;
      columns[origin + 2]![row] = years.day[day]! - yearLevel;
      columns[origin + 3]![row] = years.week[day]! - yearLevel;
      columns[origin + 4]![row] = holiday[day]!;
      columns[origin + 5]![row] = said[k - 1]! - level;
      for (let c = 0; c < dayColumns.length; c++) columns[origin + 6 + c]![row] = dayColumns[c]![day]!;
    }
  });
  return { columns, target, said: base };
}

interface AtOrigin {
  readonly o: number;
  readonly level: number;
  readonly mean: (end: number, days: number) => number;
  readonly adjusted: Float64Array;
}

const ORIGIN_FEATURES: readonly ((at: AtOrigin) => number)[] = [
  ({ o, level, mean }) => mean(o, 7) - level,
  ({ o, level, mean }) => mean(o - LEVEL_DAYS, LEVEL_DAYS) - level,
  ({ o, adjusted, level }) => deviation(adjusted, o, level),
];

const deviation = (adjusted: Float64Array, o: number, level: number): number => {
  let sum = 0;
  for (let i = o - LEVEL_DAYS + 1; i <= o; i++) sum += (adjusted[i]! - level) ** 2;
  return Math.sqrt(sum / LEVEL_DAYS);
};

/** Mean of the last four of the same weekday that are known at the origin. */
function sameWeekday(adjusted: Float64Array, o: number, k: number): number {
  const last = o - ((7 - (k % 7)) % 7);
  return (adjusted[last]! + adjusted[last - 7]! + adjusted[last - 14]! + adjusted[last - 21]!) / 4;
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
  return sums;
}

/** Calendar features of each day, and its distance in days to the nearest occurrence of each event with a long reach. */
export function calendarColumns({ calendar, first }: DailyHistory, days: number): Float64Array[] {
  const kinds = Array.from({ length: days }, (_, i) => dayKind(calendar, first + i));
  const parts = kinds.map((_, i) => datePartsOf(first + i));
  const column = (value: (i: number) => number): Float64Array => Float64Array.from({ length: days }, (_, i) => value(i));
  const distances = calendar.events
    .filter(({ reach }) => reach > 1)
    .map(({ days: occurrences }) => {
      const nearest = new Float64Array(days).fill(FARTHEST_EVENT + 1);
      for (const day of occurrences) {
        for (let d = -FARTHEST_EVENT; d <= FARTHEST_EVENT; d++) {
          const i = day + d - first;
          if (i >= 0 && i < days && Math.abs(d) < Math.abs(nearest[i]!)) nearest[i] = d;
        }
      }
      return nearest;
    });
  return [
    column((i) => kinds[i]!.weekday),
    column((i) => parts[i]!.month),
    column((i) => parts[i]!.yearDay),
    column((i) => parts[i]!.date),
    ...PAY_DATES.map((date) => column((i) => daysSincePay(calendar, first + i, date))),
    column((i) => Number(kinds[i]!.off) + Number(kinds[i]!.holiday)),
    column((i) => kinds[i]!.run),
    column((i) => kinds[i]!.runDay),
    column((i) => Number(kinds[i]!.beforeOff) + 2 * Number(kinds[i]!.afterOff)),
    ...distances,
  ];
}
