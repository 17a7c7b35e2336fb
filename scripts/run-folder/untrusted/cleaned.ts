import { plain } from '../../terminal/plain.ts';

/** Ends of lines: a text that has none cannot pretend to be another line. */
const BREAKS = /[\t\r\n\u2028\u2029]+/g;
/** Marks that reverse the direction of writing, besides those that `plain` takes out. */
const UNSEEN = /[\u061c\u200e\u200f\ufeff]/g;
/** Halves of characters without the other half. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** No text of ours is longer. */
const LONGEST = 10_000;

/**
 * A text of a run folder on one line: no escape sequences, no control characters, nothing that reverses the direction of writing, no half
 * characters. It may be printed, drawn and written into any report.
 *
 * @example cleanText('pay\u001b[31m\u0000\u202e now\nNext') // => 'pay now Next'
 */
export function cleanText(text: string): string {
  const clean = plain(text.replace(BREAKS, ' ')).replace(UNSEEN, '').replace(HALVES, '\ufffd');
  // An object takes this one name for something else than a field.
  if (clean === '__proto__') return 'proto';
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1).replace(HALVES, '')}…` : clean;
}

/** Every text in a value cleaned, names of fields included. */
export function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), cleanValue(inner)]));
}

/** What `cleanText` could change in a line of JSON: escaped characters, and those that need no escape. */
const SUSPECT = /__proto__|\\[bfnrtu]|[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/;

/** Whether a line of JSON may hold texts that are not clean; most lines do not, and need no second look. */
export const mayBeUnclean = (line: string): boolean => SUSPECT.test(line);

/** Brackets inside one another in a file of ours; a curve may be nested 16 deep. */
const DEEPEST = 100;

/** Whether a JSON text nests deeper than anything of ours, which would exhaust the stack of whoever walks through it. */
export function isTooDeep(text: string): boolean {
  let [depth, inText] = [0, false];
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (inText) {
      if (sign === 0x5c) i++;
      else if (sign === 0x22) inText = false;
    } else if (sign === 0x22) inText = true;
    else if (sign === 0x5b || sign === 0x7b) {
      if (++depth > DEEPEST) return true;
    } else if (sign === 0x5d || sign === 0x7d) depth--;
  }
  return false;
}
