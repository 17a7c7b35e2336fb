import { elapsed, kstClock } from '../../format/clock.ts';
import { duration } from '../../format/duration.ts';
import { threeDigits, whole } from '../../format/number.ts';
import type { Axis } from '../figure.ts';

/** A value of an axis in words, for tooltips; `startedAt` in Unix milliseconds. */
export function readValue(reads: Axis['reads'], value: number, startedAt: number): string {
  if (reads === 'clock') return `${kstClock(startedAt + value * 1000)} KST, ${elapsed(value)} after the start`;
  if (reads === 'milliseconds') return duration(value);
  if (reads === 'seconds') return duration(value * 1000);
  if (reads === 'rate') return `${threeDigits(value)} per second`;
  if (reads === 'cores') return `${threeDigits(value)} cores`;
  if (reads === 'mebibytes') return `${threeDigits(value)} MiB`;
  if (reads === 'one-in') return `the slowest 1 in ${threeDigits(value)}`;
  return whole(value);
}
