import type { Calendar, CalendarEvent } from '../../calendar/calendar.ts';
import { type DayKind, dayKind } from '../../calendar/day-kind.ts';
import { type DayNumber, datePartsOf } from '../../calendar/day-number.ts';
import { type RowBuilder, rowBuilder, type SparseRows } from '../sparse-rows.ts';
import { daysSincePay, PAY_DATES } from './pay-days.ts';

/** Names of columns begin with the component they belong to. */
export type Component = 'trend' | 'year' | 'week' | 'month' | 'holiday';

export interface DailyDesign {
  readonly matrix: SparseRows;
  /** Component of each column. */
  readonly component: readonly Component[];
  readonly names: readonly string[];
}

/** Positions where the slope of the trend may change, as shares of the history. */
const KNOTS = [0, 0.25, 0.45, 0.65, 0.85];
const DAYS_PER_YEAR = 365.25;
/** Pairs of yearly waves by the length of the history in days: a season observed once cannot be separated from a trend. */
const WAVES = [
  { days: 500, pairs: 5 },
  { days: 300, pairs: 2 },
] as const;
/** Days off in a row that make a holiday long. */
const LONG_RUN = 4;
/** Effects are those of a working day; on Saturdays and Sundays they are different ones. */
const dayClass = ({ weekday }: DayKind): string => (weekday === 6 ? 'sunday' : weekday === 5 ? 'saturday' : 'workday');

/**
 * Design matrix of the daily regression, one row a day from `first` on: trend, year, week, month, holidays and the days around them.
 *
 * @param history days with known demand; what follows is the future
 * @param days rows, history and future together
 */
export function dailyDesign(calendar: Calendar, first: DayNumber, history: number, days: number): DailyDesign {
  const rows = rowBuilder();
  const pairs = WAVES.find((wave) => history >= wave.days)?.pairs ?? 0;
  const near = nearEvents(calendar, first, days);
  for (let i = 0; i < days; i++) {
    const kind = dayKind(calendar, first + i);
    addTrend(rows, i / Math.max(history - 1, 1));
    addYear(rows, first + i, pairs);
    if (kind.weekday > 0) rows.add(`week:${kind.weekday}`, 1);
    addMonth(rows, calendar, first + i);
    addHoliday(rows, kind, calendar.holidays.get(first + i) ?? []);
    for (const { event, offset } of near[i]!) addEvent(rows, event, offset, kind);
    rows.endRow();
  }
  const { matrix, names } = rows.build();
  return { matrix, names, component: names.map((name) => name.slice(0, name.indexOf(':')) as Component) };
}

/** Events in reach of each day, the occurrence nearest to it. */
function nearEvents(calendar: Calendar, first: DayNumber, days: number): { event: CalendarEvent; offset: number }[][] {
  const near: { event: CalendarEvent; offset: number }[][] = Array.from({ length: days }, () => []);
  for (const event of calendar.events) {
    const nearest = new Map<number, number>();
    for (const day of event.days) {
      for (let offset = -event.reach; offset <= event.reach; offset++) {
        const i = day + offset - first;
        const known = nearest.get(i);
        if (i >= 0 && i < days && (known === undefined || Math.abs(offset) < Math.abs(known))) nearest.set(i, offset);
      }
    }
    for (const [i, offset] of nearest) near[i]!.push({ event, offset });
  }
  return near;
}

function addTrend(rows: RowBuilder, position: number): void {
  for (const knot of KNOTS) if (position > knot) rows.add(`trend:${knot}`, position - knot);
}

function addYear(rows: RowBuilder, day: DayNumber, pairs: number): void {
  for (let k = 1; k <= pairs; k++) {
    const angle = (2 * Math.PI * k * day) / DAYS_PER_YEAR;
    rows.add(`year:sin${k}`, Math.sin(angle));
    rows.add(`year:cos${k}`, Math.cos(angle));
  }
}

function addMonth(rows: RowBuilder, calendar: Calendar, day: DayNumber): void {
  const { date, monthLength } = datePartsOf(day);
  if (date === 1) rows.add('month:first', 1);
  if (date >= monthLength - 1) rows.add('month:end', 1);
  for (const pay of PAY_DATES) {
    if (date === pay) rows.add(`month:date${pay}`, 1);
    const since = daysSincePay(calendar, day, pay);
    if (since <= 1) rows.add(`month:pay${pay}:${since}`, 1);
  }
}

function addHoliday(rows: RowBuilder, kind: DayKind, names: readonly string[]): void {
  if (kind.bridge) rows.add('holiday:bridge', 1);
  if (!kind.holiday) {
    if (kind.off || kind.bridge) return;
    if (kind.beforeOff && kind.weekday !== 4) rows.add('holiday:before', 1);
    if (kind.afterOff && kind.weekday !== 0) rows.add('holiday:after', 1);
    return;
  }
  rows.add(`holiday:any:${dayClass(kind)}`, 1);
  if (kind.run >= LONG_RUN) rows.add('holiday:long', 1);
  for (const name of names) if (/^(substitute|temporary|election)/.test(name)) rows.add(`holiday:${name.split('_')[0]}`, 1);
}

function addEvent(rows: RowBuilder, { name, reach, isOwn = false }: CalendarEvent, offset: number, kind: DayKind): void {
  rows.add(`holiday:${name}:${offset}`, 1);
  if (reach < 2 || isOwn) return;
  rows.add(`holiday:reaching:${offset}`, 1);
  if (kind.weekday >= 5) rows.add(`holiday:reaching:${offset}:${dayClass(kind)}`, 1);
  if (Math.abs(offset) <= 3 && kind.weekday >= 5) rows.add(`holiday:${name}:${offset}:weekend`, 1);
}
