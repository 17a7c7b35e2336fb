import type { Column, Status } from '../../../../models/invariants/records/columns.ts';
import { statusOf } from '../../../../models/invariants/records/words.ts';

/** A value that was read, or the rule that it breaks. */
export type ReadValue = { readonly value: string | number | boolean | null } | { readonly rule: string };

const NUMBER = /^-?\d+(\.\d+)?$/;
const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d+)?\s?(Z|[+-]\d{2}(?::?\d{2})?)$/;
const FLAGS: Readonly<Record<string, boolean>> = { true: true, t: true, 1: true, false: false, f: false, 0: false };

/**
 * Unix milliseconds, with fractions as far as the text has them: a deadline cuts finer than a millisecond.
 *
 * @example timeOf('2026-11-30 17:30:00.0005+09') // => 1796027400000.5
 */
export function timeOf(text: string): number | null {
  if (/^\d{12,14}(\.\d+)?$/.test(text)) return Number(text);
  const [, date, time, fraction = '', zone = ''] = TIME.exec(text) ?? [];
  if (date === undefined) return null;
  const offset = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3) || '00'}`;
  const whole = Date.parse(`${date}T${time}${offset}`);
  return Number.isNaN(whole) ? null : whole + Number(`0${fraction}`) * 1_000;
}

function readNumber(text: string): ReadValue {
  return NUMBER.test(text) ? { value: Number(text) } : { rule: 'be a number without separators' };
}

function readTime(text: string): ReadValue {
  const value = timeOf(text);
  return value === null
    ? { rule: 'be a time with its offset from UTC, such as 2026-11-30T17:30:00.123+09:00, or Unix milliseconds' }
    : { value };
}

function readFlag(text: string): ReadValue {
  return Object.hasOwn(FLAGS, text.toLowerCase()) ? { value: FLAGS[text.toLowerCase()]! } : { rule: 'be true or false' };
}

function readStatus(text: string, words: Readonly<Record<string, string>>): ReadValue {
  const value: Status | null = statusOf(text, words);
  return value === null ? { rule: 'be a word that audit.words of the surge explains' } : { value };
}

/** One value of a record, by the type of its column. Nothing at all, null and an empty text are empty. */
export function readValue(raw: unknown, column: Column, words: Readonly<Record<string, string>>): ReadValue {
  if (raw === undefined || raw === null || raw === '') return column.mayBeEmpty ? { value: null } : { rule: 'be there' };
  if (typeof raw === 'object') return { rule: 'be a plain value' };
  const text = String(raw);
  switch (column.type) {
    case 'text':
      return { value: text };
    case 'number':
      return readNumber(text);
    case 'time':
      return readTime(text);
    case 'flag':
      return readFlag(text);
    case 'status':
      return readStatus(text, words);
  }
}
