import type { ReportSeries } from '../../../models/results/series.ts';
import { elapsed, kstClock } from '../../format/clock.ts';
import { duration } from '../../format/duration.ts';
import { percent, whole } from '../../format/number.ts';

/** Below this share of scheduled arrivals the generator, not the surge, is the story. */
const STARTED = 0.99;

const sum = (line: { readonly y: readonly (number | null)[] }): number => line.y.reduce<number>((total, y) => total + (y ?? 0), 0);

/** What the surge did, as one sentence without its full stop. `scheduled` and `started` are whole counts of the run. */
export function surgeFinding(series: ReportSeries, arrivals: { readonly scheduled: number; readonly started: number }): string {
  if (arrivals.scheduled === 0 && sum(series.surge.started) === 0) return 'Nobody arrived: there was no surge';
  if (arrivals.started < STARTED * arrivals.scheduled) {
    const share = percent(arrivals.started / arrivals.scheduled);
    return `Only ${share} of the ${whole(arrivals.scheduled)} scheduled people were started: the generator could not keep up`;
  }
  const peak = series.surge.peak;
  if (!peak || peak.waiting === 0) return `${whole(arrivals.started)} people came and nobody had to wait`;
  return `${whole(peak.waiting)} people waited at once at ${kstClock(series.startedAt + peak.at * 1000)} KST, ${elapsed(peak.at)} after the start; ${drained(series, peak.at)}`;
}

/** When the line was empty again, or how many were still in it. */
function drained({ surge }: ReportSeries, peakAt: number): string {
  const { x, y } = surge.waiting;
  const index = x.findIndex((second, i) => second > peakAt && y[i] === 0);
  if (index >= 0) return `the line was empty ${duration(((x[index] ?? 0) - peakAt) * 1000)} later`;
  return `${whole(y.filter((value) => value !== null).at(-1) ?? 0)} were still in line at the end`;
}
