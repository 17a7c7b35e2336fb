import { expect, it } from 'vitest';
import { birthDigitOf, dayOf, MONDAY_DIGITS } from '../../../models/people/visitor.ts';

it('lets four of five visitors come on their day, and all others on every other one', () => {
  const digits = Array.from({ length: 10_000 }, (_, i) => birthDigitOf(i + 1));
  const theirDay = digits.filter((digit) => MONDAY_DIGITS.includes(digit)).length;
  // 80 % of 10,000, four standard errors of 40.
  expect(Math.abs(theirDay - 8_000)).toBeLessThan(160);
  expect(new Set(digits).size).toBe(10);
  expect(birthDigitOf(77)).toBe(birthDigitOf(77));
});

it('has two digits a weekday', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(dayOf)).toEqual(
    ['Friday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday'], // 1 and 6 on Monday, as in 2025
  );
});
