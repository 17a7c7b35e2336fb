import { parseDuration } from '../../models/definition/units/parse-units.ts';
import type { ThinkTimeSpec } from '../../models/workload/users/think-time.ts';

const known: Record<string, number> = Object.create(null);

/** Milliseconds of a duration in a journey; throws a sentence for anything else. Parsed once a text. */
export function milliseconds(what: string, text: string): number {
  const before = known[text];
  if (before !== undefined) return before;
  const parsed = typeof text === 'string' ? parseDuration(text) : null;
  if (parsed === null) throw new Error(`${what}: must be a time with its unit, such as '400 ms' or '3 s', got ${JSON.stringify(text)}`);
  known[text] = parsed;
  return parsed;
}

/** Unless a journey says more, one time in twenty takes more than three times the median. */
const P95_OF_MEDIAN = 3;

const thinkTimes: Record<string, Record<string, ThinkTimeSpec>> = Object.create(null);

/** The lognormal time of a median and a 95th percentile, both as text. */
export function thinkTimeOf(median: string, p95: string | undefined): ThinkTimeSpec {
  thinkTimes[median] ??= Object.create(null) as Record<string, ThinkTimeSpec>;
  const ofMedian = thinkTimes[median];
  const before = ofMedian[p95 ?? ''];
  if (before !== undefined) return before;
  const middle = milliseconds('think: the median', median);
  const most = p95 === undefined ? P95_OF_MEDIAN * middle : milliseconds('think: the 95th percentile', p95);
  if (most < middle) throw new Error(`think: the 95th percentile must not be below the median (${median}), got ${p95}`);
  const spec: ThinkTimeSpec = middle === most ? { kind: 'constant', value: middle } : { kind: 'lognormal', median: middle, p95: most };
  ofMedian[p95 ?? ''] = spec;
  return spec;
}

/** Milliseconds to wait for a clock; throws a sentence for anything but a time with its unit or a number of milliseconds. */
export function waitOf(time: string | number): number {
  if (typeof time === 'string') return milliseconds('wait', time);
  if (!Number.isFinite(time)) throw new Error(`wait: must be a time such as '30 s', or milliseconds, got ${time}`);
  return Math.max(0, time);
}
