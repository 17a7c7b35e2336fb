import type { DayComponents, DayDriver } from '../../results/forecast/forecast-report.ts';
import type { Calendar, CalendarEvent } from '../calendar/calendar.ts';
import type { DayNumber } from '../calendar/day-number.ts';
import { nameOf } from '../calendar/event-calendar.ts';
import type { DailyHistory } from '../components/daily/daily-history.ts';
import type { DailyRidge } from '../components/daily/daily-ridge.ts';

/** An event in whose reach a day lies, with the occurrence nearest to it. */
interface Near {
  readonly event: CalendarEvent;
  readonly offset: number;
}

const PAY = /^month:pay(\d+):(\d+)$/;

/**
 * What makes a day differ from a usual one, as factors that the regression multiplies: weekday, season, turn of the month, each day of payment, and each
 * holiday or event in whose reach it lies. Effects that holidays share (a day off, the days around a festival) belong to the nearest holiday.
 *
 * @param day inside the history or the window of the regression
 */
export function dayDrivers(history: DailyHistory, { design, fit }: DailyRidge, components: DayComponents, day: DayNumber): DayDriver[] {
  const { calendar, first } = history;
  const at = day - first;
  const near = nearEvents(calendar, day);
  const logs = new Map<string, number>();
  const { starts, column, value } = design.matrix;
  for (let i = starts[at]!; i < starts[at + 1]!; i++) {
    const key = keyOf(design.names[column[i]!]!, near);
    logs.set(key, (logs.get(key) ?? 0) + value[i]! * fit.coefficients[column[i]!]!);
  }
  return [
    { kind: 'weekday', factor: components.week[at] ?? 1 },
    { kind: 'season', factor: components.year[at] ?? 1 },
    ...[...logs].flatMap(([key, log]) => driverOf(key, Math.exp(log), near, calendar, day)),
  ];
}

/** Events in reach, holidays before the events of a team, the nearest first. */
function nearEvents(calendar: Calendar, day: DayNumber): Near[] {
  return calendar.events
    .flatMap((event): Near[] => {
      const offsets = event.days.map((zero) => day - zero).filter((offset) => Math.abs(offset) <= event.reach);
      return offsets.length === 0 ? [] : [{ event, offset: offsets.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a)) }];
    })
    .sort((a, b) => Number(a.event.isOwn === true) - Number(b.event.isOwn === true) || Math.abs(a.offset) - Math.abs(b.offset));
}

/** What a column of the regression belongs to: `payday:25:0`, `month`, `event:0` by its place among those near, or a part that is told elsewhere. */
function keyOf(name: string, near: readonly Near[]): string {
  const parts = PAY.exec(name);
  if (parts !== null) return `payday:${parts[1]}:${parts[2]}`;
  const [component, what = '', offset] = name.split(':');
  if (component !== 'holiday') return component ?? '';
  const named = near.findIndex(({ event }) => name.startsWith(`holiday:${event.name}:`));
  if (named >= 0) return `event:${named}`;
  const reaching = what === 'reaching' ? near.findIndex((one) => one.event.reach > 1 && one.offset === Number(offset)) : -1;
  return `event:${Math.max(0, reaching)}`;
}

function driverOf(key: string, factor: number, near: readonly Near[], calendar: Calendar, day: DayNumber): DayDriver[] {
  const [kind, which, since] = key.split(':');
  if (kind === 'month') return [{ kind, factor }];
  if (kind === 'payday') return [{ kind, date: Number(which), since: Number(since), factor }];
  if (kind !== 'event') return [];
  const found = near[Number(which)];
  if (found === undefined) return [{ kind: 'holiday', name: null, offset: 0, factor }];
  return [{ kind: 'holiday', name: nameOf(calendar, found.event.name, day - found.offset), offset: found.offset, factor }];
}
