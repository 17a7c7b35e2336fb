import { Temporal } from 'temporal-polyfill';
import { dayNumber, dayOf } from '../../../../models/demand/calendar/day-number.ts';

/** A moment of local time: a day, and the hour and minute when they were given. */
export interface LocalTime {
  readonly day: number;
  readonly hour: number | null;
  /** With its seconds as a fraction. */
  readonly minute: number;
  /** Day and clock as they were written, before they were moved to the time zone; of a Unix time, those of UTC. */
  readonly written: { readonly day: number; readonly clock: string };
}

const DATE = /^(\d{4})\s*[-/.년]\s*(\d{1,2})\s*[-/.월]\s*(\d{1,2})\s*[.일]?(?:\s*\([월화수목금토일]\))?/u;
/** `20260217`, `2026021709`, `202602170930`, `20260217093000`. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|[T\s]|(?:\d{2}){1,3}$)/;
const COMPACT_CLOCK = /^T?(\d{2})(\d{2})(\d{2})?(?=$|[-+Z])/;
const CLOCK =
  /^[T\s]*(오전|오후|am|pm)?\s*(\d{1,2})(?:\s*[:시]\s*(\d{1,2})?\s*분?(?:\s*:?\s*(\d{2}(?:[.,]\d+)?)초?)?)?\s*(am|pm)?\s*(Z|UTC|GMT|KST|[-+]\d{2}(?::?\d{2})?)?$/iu;

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
  const written = { day, clock: rest.trim() };
  if (rest.trim() === '') return { day, hour: null, minute: 0, written };
  const clock = CLOCK.exec(rest.replace(COMPACT_CLOCK, (_, hour, minute, second = '00') => `${hour}:${minute}:${second}`));
  if (clock === null) return null;
  const [, before, hours, minutes = '0', seconds = '0', after, offset] = clock;
  const half = before ?? after;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/오후|pm/i.test(half) ? 12 : 0);
  const minute = Number(minutes) + Number(seconds.replace(',', '.')) / 60;
  if (hour > 24 || Number(minutes) > 59 || Number(seconds.replace(',', '.')) >= 61) return null;
  if (offset !== undefined) return inZone(60_000 * (1_440 * day + 60 * hour + minute + minutesAhead(offset)), zone, written);
  return hour === 24 ? { day: day + 1, hour: 0, minute, written } : { day, hour, minute, written };
}

/** Minutes from local time with this offset to UTC. */
function minutesAhead(offset: string): number {
  if (/^(Z|UTC|GMT)$/i.test(offset)) return 0;
  if (/^KST$/i.test(offset)) return -540;
  return (offset.startsWith('-') ? 1 : -1) * (60 * Number(offset.slice(1, 3)) + Number(offset.slice(3).replace(':', '')));
}

function inUtc(milliseconds: number): LocalTime['written'] {
  const minutes = Math.floor(milliseconds / 60_000);
  const day = Math.floor(minutes / 1_440);
  const clock = minutes - 1_440 * day;
  return { day, clock: `${Math.floor(clock / 60)}:${String(clock % 60).padStart(2, '0')}` };
}

/**
 * An instant as local time.
 *
 * @param milliseconds since 1970 in UTC
 *
 * @example inZone(1772290800000, 'Asia/Seoul').hour // => 0
 */
export function inZone(milliseconds: number, zone: string, written?: LocalTime['written']): LocalTime {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.round(milliseconds)).toZonedDateTimeISO(zone);
  const day = dayOf(local.year, local.month, local.day);
  return {
    day,
    hour: local.hour,
    minute: local.minute + (local.second + local.millisecond / 1_000) / 60,
    written: written ?? inUtc(milliseconds),
  };
}
