import { sayCount, sayNumber } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { dayText } from '../../format/time/calendar-day.ts';
import { clock, elapsed } from '../../format/time/clock.ts';
import type { Axis } from '../figure/figure.ts';

const DAY = 86_400_000;

/** A value of an axis in words, for tooltips; `startedAt` in Unix milliseconds, dates in days since then. */
export function readValue(reads: Axis['reads'], value: number, startedAt: number, timeZone = 'UTC'): string {
  if (reads === 'clock') return `${clock(startedAt + value * 1000, timeZone)}, ${elapsed(value)} after the start`;
  if (reads === 'milliseconds') return sayTime(value);
  if (reads === 'seconds') return sayTime(value * 1000);
  if (reads === 'rate') return `${sayNumber(value)} per second`;
  if (reads === 'cores') return `${sayNumber(value)} cores`;
  if (reads === 'mebibytes') return `${sayNumber(value)} MiB`;
  if (reads === 'date') return dayText(startedAt / DAY + value);
  if (reads === 'amount') return sayNumber(value);
  if (reads === 'factor') return `×${sayNumber(value)}`;
  if (reads === 'percent') return `${sayNumber(value)} %`;
  if (reads === 'one-in') return `the slowest 1 in ${sayNumber(value)}`;
  return sayCount(value);
}
