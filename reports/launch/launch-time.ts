import type { LaunchPicture } from '../../models/results/forecast/launch-picture.ts';
import { dateAxis } from '../charts/figure/date-axis.ts';
import type { Axis } from '../charts/figure/figure.ts';
import { timeAxis } from '../charts/figure/ticks.ts';
import { zoneOffset } from '../format/time/clock.ts';

const DAY_SECONDS = 86_400;
/** Windows up to this length are read by the clock, longer ones by date. */
const LONGEST_BY_CLOCK = 1.5 * DAY_SECONDS;

/** The x axis of a window in the zone of the event: by the clock, or by date where it lasts days. `at` gives the place of a moment. */
export interface LaunchTime {
  readonly axis: Axis;
  /** What the figure starts at, for tooltips. */
  readonly startedAt: number;
  readonly at: (seconds: number) => number;
}

/** The time axis of an announced event. */
export function launchTime({ startedAt, launch: { windowSeconds, timeZone } }: LaunchPicture): LaunchTime {
  if (windowSeconds <= LONGEST_BY_CLOCK) return { axis: timeAxis(startedAt, windowSeconds, timeZone), startedAt, at: (seconds) => seconds };
  const begins = (startedAt / 1_000 + zoneOffset(startedAt, timeZone)) / DAY_SECONDS;
  const first = Math.floor(begins);
  const at = (seconds: number): number => begins - first + seconds / DAY_SECONDS;
  const axis = dateAxis(first, at(windowSeconds));
  return { axis: { ...axis, title: `${axis.title}, ${timeZone}` }, startedAt: first * DAY_SECONDS * 1_000, at };
}
