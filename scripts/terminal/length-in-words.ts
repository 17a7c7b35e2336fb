import { readable } from '../demand/csv/readable.ts';

/**
 * A length of time in the largest unit that it fills.
 *
 * @example lengthInWords(5400) // => '1.5 h'
 */
export function lengthInWords(seconds: number): string {
  const units = { d: 86_400, h: 3_600, min: 60 } as const;
  for (const [unit, size] of Object.entries(units)) if (seconds >= size) return `${readable(seconds / size)} ${unit}`;
  return `${readable(seconds)} s`;
}
