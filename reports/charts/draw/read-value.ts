import { dayText } from '../../format/calendar-day.ts';
import { elapsed, kstClock } from '../../format/clock.ts';
import { duration } from '../../format/duration.ts';
import { threeDigits, trimmed, whole } from '../../format/number.ts';
import type { Axis } from '../figure.ts';

const DAY = 86_400_000;

/** A value of an axis in words, for tooltips; `startedAt` in Unix milliseconds, dates in days since then. */
export function readValue(reads: Axis['reads'], value: number, startedAt: number): string {
  if (reads === 'clock') return `${kstClock(startedAt + value * 1000)} KST, ${elapsed(value)} after the start`;
  if (reads === 'milliseconds') return duration(value);
  if (reads === 'seconds') return duration(value * 1000);
  if (reads === 'rate') return `${threeDigits(value)} per second`;
  if (reads === 'cores') return `${threeDigits(value)} cores`;
  if (reads === 'mebibytes') return `${threeDigits(value)} MiB`;
  if (reads === 'date') return dayText(startedAt / DAY + value);
  if (reads === 'amount') return threeDigits(value);
  if (reads === 'factor') return `×${threeDigits(value)}`;
  if (reads === 'percent') return `${trimmed(value)} %`;
  if (reads === 'one-in') return `the slowest 1 in ${threeDigits(value)}`;
  return whole(value);
}
