import type { RunFile } from '../../../models/results/run.ts';
import { plural, sayCount } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { sayShare } from '../../../models/words/share.ts';

/** Below this share of scheduled arrivals the generator, not the surge, is the story. */
const STARTED = 0.99;

/** What was sent and how many reached the end, as one sentence without its full stop. */
export function surgeFinding({ arrivals, users, durationSeconds }: Pick<RunFile, 'arrivals' | 'users' | 'durationSeconds'>): string {
  const { scheduled, started } = arrivals;
  if (scheduled === 0 && started === 0) return 'No arrivals: nothing was sent';
  if (started < STARTED * scheduled)
    return `Only ${sayShare(started / scheduled)} of ${sayCount(scheduled)} scheduled people were started: the load generator could not keep up`;
  const { finished, arrived } = users;
  const ended = finished === 0 ? 'none' : finished === arrived ? 'all' : sayCount(finished);
  return `${plural(started, 'person', 'people')} arrived in a run of ${sayTime(durationSeconds * 1000)}; ${ended} of them reached the end`;
}
