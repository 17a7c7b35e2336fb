import { Temporal } from 'temporal-polyfill';
import { dayNumber, dayOf } from '../../../models/demand/calendar/day-number.ts';

/** A moment of local time: a day, and the hour and minute when they were given. */
export interface LocalTime {
  readonly day: number;
  readonly hour: number | null;
  readonly minute: number;
}

const DATE = /^(\d{4})\s*[-/.년]\s*(\d{1,2})\s*[-/.월]\s*(\d{1,2})\s*[.일]?(?:\s*\([월화수목금토일]\))?/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|[T\s]|\d{2}$|\d{4}$)/;
const CLOCK =
  /^[T\s]*(오전|오후)?\s*(\d{1,2})(?:\s*[:시]\s*(\d{2})?(?:\s*분)?(?::\d{2}(?:\.\d+)?)?)?\s*(am|pm)?\s*(Z|[-+]\d{2}:?\d{2})?$/iu;

/**
 * Parses a written time: `2026-02-17`, `2026/2/17`, `2026. 2. 17.`, `20260217`, `2026년 2월 17일`, with or without a clock. A time with an
 * offset is moved to the time zone; one without is taken as local. `24:00` is midnight after the day. Null for a text that is no time.
 *
 * @example parseTime('2026. 2. 17.', 'Asia/Seoul').day // => 20501
 * @example parseTime('2026-02-16T16:30:00Z', 'Asia/Seoul').hour // => 1
 */
export function parseTime(cell: string, zone: string): LocalTime | null {
  const text = cell.trim();
  const date = DATE.exec(text) ?? COMPACT.exec(text);
  if (date === null) return null;
  const day = dayNumber(`${date[1]}-${date[2]!.padStart(2, '0')}-${date[3]!.padStart(2, '0')}`);
  const rest = text.slice(date[0].length);
  if (day === null) return null;
  if (rest.trim() === '') return { day, hour: null, minute: 0 };
  const clock = CLOCK.exec(rest);
  if (clock === null) return null;
  const afternoon = /오후|pm/i.test(`${clock[1] ?? ''}${clock[4] ?? ''}`);
  const half = clock[1] !== undefined || clock[4] !== undefined;
  const hour = half ? (Number(clock[2]) % 12) + (afternoon ? 12 : 0) : Number(clock[2]);
  const minute = Number(clock[3] ?? 0);
  if (hour > 24 || minute > 59) return null;
  if (clock[5] !== undefined) return inZone(day, hour, minute, clock[5], zone);
  return hour === 24 ? { day: day + 1, hour: 0, minute } : { day, hour, minute };
}

function inZone(day: number, hour: number, minute: number, offset: string, zone: string): LocalTime {
  const sign = offset.startsWith('-') ? 1 : -1;
  const ahead = offset.toUpperCase() === 'Z' ? 0 : sign * (60 * Number(offset.slice(1, 3)) + Number(offset.slice(-2)));
  const utc = Temporal.Instant.fromEpochMilliseconds(60_000 * (1_440 * day + 60 * hour + minute + ahead));
  const local = utc.toZonedDateTimeISO(zone);
  return { day: dayOf(local.year, local.month, local.day), hour: local.hour, minute: local.minute };
}
