import type { z } from 'zod';
import { similarTo } from '../terminal/similar.ts';

const LONGEST = 60;
const shown = (value: unknown): string => (value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value)).slice(0, LONGEST));
/** Named formats of text; a pattern is printed as it is. */
const FORMATS: Readonly<Record<string, string>> = {
  date: 'must be a date such as 2026-09-24',
  datetime: 'must be a UTC time such as 2026-09-24T01:00:00Z',
};
/** Rule for a number or a text, as words. */
const article = (expected: string): string => (/^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`);
const NAMES: Readonly<Record<string, string>> = { int: 'whole number', array: 'list', string: 'text', object: 'object' };

/** The value a path leads to. */
function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | null | undefined)?.[part], root);
}

/**
 * Sentence for an issue of a schema: the rule, the given value, and the remedy where one is known.
 *
 * @param root the whole value that was checked
 */
export function issueSentence(issue: z.core.$ZodIssue, root: unknown): string {
  const given = shown(valueAt(root, issue.path));
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(NAMES[issue.expected] ?? issue.expected)}, got ${given}`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `must have at least ${issue.minimum} ${issue.origin === 'array' ? 'entry' : 'character'}, got ${given}`
        : `must be ${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}, got ${given}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters long' : ''}, got ${given}`;
    case 'invalid_value':
      return oneOf(issue.values.map(String), given, valueAt(root, issue.path));
    case 'unrecognized_keys':
      return `must not have ${issue.keys.join(', ')}, which nothing reads; check the spelling`;
    case 'invalid_format':
      return `${FORMATS[issue.format] ?? issue.message}, got ${given}`;
    case 'invalid_key':
      return 'is not a name that is read; check the spelling';
    default:
      return issue.message;
  }
}

function oneOf(known: readonly string[], given: string, value: unknown): string {
  const similar = typeof value === 'string' ? similarTo(value, known) : null;
  return `must be ${known.length === 1 ? '' : 'one of '}${known.join(', ')}, got ${given}${similar === null ? '' : `; did you mean ${similar}?`}`;
}
