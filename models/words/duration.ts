import { isNumber, sayNumber } from './count.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
/** What is rounded up to the next unit belongs to it: 999.6 ms is 1 s, 119.6 s is 2 min. */
const HALF = 0.5;

/**
 * A time in milliseconds in the unit a person would use: three significant digits up to two minutes, then minutes and seconds, from two
 * hours on hours and minutes; `–` where there is no time.
 *
 * @example sayTime(970) // => '970 ms'
 * @example sayTime(1500) // => '1.5 s'
 * @example sayTime(192000) // => '3 min 12 s'
 * @example sayTime(7260000) // => '2 h 1 min'
 */
export function sayTime(ms: number | null): string {
  if (!isNumber(ms)) return '–';
  if (ms < SECOND - HALF) return `${sayNumber(ms)} ms`;
  if (ms < 2 * MINUTE - HALF * SECOND) return `${sayNumber(ms / SECOND)} s`;
  return ms < 2 * HOUR - HALF * SECOND ? inTwoUnits(ms, 'min', MINUTE, 's', SECOND) : inTwoUnits(ms, 'h', HOUR, 'min', MINUTE);
}

/** A length in two units, the smaller one rounded and left out when it is 0. */
export function inTwoUnits(ms: number, large: string, largeMs: number, small: string, smallMs: number): string {
  const steps = Math.round(ms / smallMs);
  const perLarge = largeMs / smallMs;
  const rest = steps % perLarge;
  return `${sayNumber(Math.floor(steps / perLarge))} ${large}${rest > 0 ? ` ${rest} ${small}` : ''}`;
}
