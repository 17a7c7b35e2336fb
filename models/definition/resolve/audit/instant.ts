import type { Instant } from '../../../workload/audit/audit-spec.ts';
import { problem } from '../../../workload/checks/problem.ts';
import { parseDuration } from '../../units/parse-units.ts';
import type { Problems } from '../../units/read-units.ts';

const OFFSET = '(Z|[+-]\\d{2}:\\d{2})';
const TIME_OF_DAY = new RegExp(`^([01]\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d(?:\\.\\d{1,3})?))?${OFFSET}$`);
const DATE_AND_TIME = new RegExp(`^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)?${OFFSET}$`);
const MINUTE = 60_000;

/** Milliseconds of an offset from UTC such as `+09:00`. */
function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4));
  return (text.startsWith('-') ? -minutes : minutes) * MINUTE;
}

/**
 * An instant as a surge file gives it; null when it is none.
 *
 * @example parseInstant('40 s') // => { after: 40000 }
 * @example parseInstant('17:30+09:00') // => { timeOfDay: 63000000, offset: 32400000 }
 * @example parseInstant('17:30') // => null
 */
export function parseInstant(text: string): Instant | null {
  const after = parseDuration(text);
  if (after !== null) return { after };
  if (DATE_AND_TIME.test(text)) return Number.isNaN(Date.parse(text)) ? null : { at: Date.parse(text) };
  const [, hours, minutes, seconds = '0', offset] = TIME_OF_DAY.exec(text) ?? [];
  if (hours === undefined || offset === undefined) return null;
  return { timeOfDay: Math.round((Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000), offset: offsetOf(offset) };
}

export function readInstant(value: unknown, path: string, problems: Problems): Instant {
  const instant = typeof value === 'string' ? parseInstant(value.trim()) : null;
  if (instant !== null) return instant;
  const forms = "'17:30+09:00' on the day of the run, '2026-11-30T17:30:00+09:00', or '40 s' after its start";
  problems.push(problem(path, `be an instant with its offset from UTC, ${forms}`, value));
  return { after: Number.NaN };
}
