import { sayAmount } from '../../models/words/amount.ts';
import { inTwoUnits } from '../../models/words/duration.ts';

/** Units and their seconds, the largest first. */
const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

/**
 * A planned length of time in the largest unit that it fills and the next smaller one.
 *
 * @example lengthInWords(5400) // => '1 h 30 min'
 */
export function lengthInWords(seconds: number): string {
  const large = UNITS.findIndex(([, size]) => seconds >= size);
  const [unit, next] = [UNITS[large], UNITS[large + 1]];
  return unit === undefined || next === undefined ? `${sayAmount(seconds)} s` : inTwoUnits(seconds, unit[0], unit[1], next[0], next[1]);
}
