import type { Calendar } from '../../calendar/calendar.ts';
import { dayKind } from '../../calendar/day-kind.ts';
import { rowBuilder, type SparseRows } from '../sparse-rows.ts';

const HOURS_PER_DAY = 24;
const HOURS_PER_YEAR = 8766;
/** Holidays change hours by blocks of three: a coefficient for each hour would rest on a handful of values. */
const BLOCK_HOURS = 3;
/** Longest distance in days to Seollal, Chuseok and events of that reach at which an effect is estimated. */
const REACH_DAYS = 3;
const KNOTS = [0, 0.35, 0.7];
/** Pairs of yearly waves; none are fitted with less than a year of history. */
const YEAR_WAVES = 4;
const FEWEST_FOR_YEAR = 400 * HOURS_PER_DAY;

/** Marks the columns of dates (holidays and the year), as opposed to the rhythm of the week. */
export interface HourlyDesign {
  readonly matrix: SparseRows;
  readonly dated: readonly boolean[];
}

/**
 * Design matrix of the hourly regression: the hour of the week; holidays and the days around them, by blocks of three hours; the year, for
 * all hours and again for each third of the day; and a trend.
 *
 * @param firstHour hours since 1970-01-01T00 in local time
 * @param history hours that are known; `hours` counts those and the horizon
 */
export function hourlyDesign(calendar: Calendar, firstHour: number, history: number, hours: number): HourlyDesign {
  const rows = rowBuilder();
  const days = new Map<number, string[]>();
  for (let i = 0; i < hours; i++) {
    const hour = firstHour + i;
    const day = Math.floor(hour / HOURS_PER_DAY);
    const hourOfDay = hour - day * HOURS_PER_DAY;
    let labels = days.get(day);
    if (labels === undefined) {
      labels = dateLabels(calendar, day);
      days.set(day, labels);
    }
    const { weekday } = dayKind({ ...calendar, holidays: new Map() }, day);
    rows.add(`week:${weekday * HOURS_PER_DAY + hourOfDay}`, 1);
    for (const label of labels) rows.add(`date:${label}:${Math.floor(hourOfDay / BLOCK_HOURS)}`, 1);
    for (const knot of KNOTS) rows.add(`week:trend${knot}`, Math.max(0, i / Math.max(history - 1, 1) - knot));
    if (history >= FEWEST_FOR_YEAR) addYear(rows, hour, hourOfDay);
    rows.endRow();
  }
  const { matrix, names } = rows.build();
  return { matrix, dated: names.map((name) => name.startsWith('date:')) };
}

/** Labels of a date: events with their offset, and days off and bridges with the kind of weekday they fall on. */
function dateLabels(calendar: Calendar, day: number): string[] {
  const kind = dayKind(calendar, day);
  const weekend = kind.weekday >= 5 ? ':weekend' : '';
  const labels: string[] = [];
  if (kind.holiday) labels.push(`off${weekend}`);
  if (kind.bridge) labels.push('bridge');
  if (!kind.off && kind.afterOff && kind.weekday !== 0) labels.push('after');
  if (!kind.off && kind.beforeOff && kind.weekday !== 4) labels.push('before');
  for (const { name, days, reach } of calendar.events) {
    const within = Math.min(reach, REACH_DAYS);
    for (const zero of days) {
      if (Math.abs(day - zero) > within || (reach < 2 && day !== zero)) continue;
      labels.push(`${name}:${day - zero}`);
      if (reach > 1) labels.push(`reaching:${day - zero}${weekend}`);
    }
  }
  return labels;
}

function addYear(rows: ReturnType<typeof rowBuilder>, hour: number, hourOfDay: number): void {
  for (let k = 1; k <= YEAR_WAVES; k++) {
    const angle = (2 * Math.PI * k * hour) / HOURS_PER_YEAR;
    const third = Math.floor(hourOfDay / 8);
    for (const part of ['', third]) {
      rows.add(`date:sin${k}:${part}`, Math.sin(angle));
      rows.add(`date:cos${k}:${part}`, Math.cos(angle));
    }
  }
}
