import type { ReportSeries } from '../../../../models/results/series.ts';
import { plural, sayCount } from '../../../../models/words/count.ts';
import { sayTime } from '../../../../models/words/duration.ts';
import { clock, elapsed } from '../../../format/time/clock.ts';

/** How many people were in the queue, or active, at most; as one sentence without its full stop. */
export function peopleFinding(series: ReportSeries, timeZone: string): string {
  const { peak, mostActive } = series.surge;
  const at = (second: number): string => `at ${clock(series.startedAt + second * 1000, timeZone)}, ${elapsed(second)} after the start`;
  if (peak !== null)
    return `${plural(peak.waiting, 'person', 'people')} were in the queue at once ${at(peak.at)}; ${drained(series, peak.at)}`;
  if (mostActive !== null) return `At most ${plural(mostActive.people, 'person was', 'people were')} active at once, ${at(mostActive.at)}`;
  return 'No one was active at the end of any second';
}

/** When the queue was empty again, or how many were still in it. */
function drained({ surge }: ReportSeries, peakAt: number): string {
  const { x, y } = surge.waiting;
  const index = x.findIndex((second, i) => second > peakAt && y[i] === 0);
  if (index >= 0) return `the queue was empty ${sayTime(((x[index] ?? 0) - peakAt) * 1000)} later`;
  return `${sayCount(y.filter((value) => value !== null).at(-1) ?? 0)} were still in it at the end`;
}
