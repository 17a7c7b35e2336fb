import { randomFrom } from '../workload/users/random.ts';

/** Last digits of birth years whose turn it is on a Monday; each weekday has two. */
export const MONDAY_DIGITS: readonly number[] = [1, 6];

/** When the others may come. */
const DAY_OF: Readonly<Record<number, string>> = { 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday' };

/** Share of the visitors who come on a day that is not theirs. Assumed. */
const WRONG_DAY_SHARE = 0.2;

const STREAM = 0x564953;

/**
 * Last digit of the made-up birth year of visitor `n`, the same every time. Four of five come on their day.
 *
 * @example MONDAY_DIGITS.includes(birthDigitOf(1)) // => true
 */
export function birthDigitOf(n: number): number {
  const random = randomFrom(STREAM, n);
  const others = [0, 2, 3, 4, 5, 7, 8, 9];
  const digits = random() < WRONG_DAY_SHARE ? others : MONDAY_DIGITS;
  return digits[Math.floor(random() * digits.length)]!;
}

/**
 * The weekday of a digit.
 *
 * @example dayOf(7) // => 'Tuesday'
 */
export const dayOf = (digit: number): string => DAY_OF[digit % 5 === 0 ? 5 : digit % 5] ?? 'Monday';
