import type { CrossFit } from '../daily/cross-fit.ts';
import type { DailyHistory } from '../daily/daily-history.ts';
import { pastYears } from '../daily/past-years.ts';
import type { MemberPaths } from '../member-paths.ts';
import { weeklySmoothing } from '../weekly-smoothing.ts';

/** Days of differences to past years that are needed before they can be smoothed. */
const FEWEST_DAYS = 70;

/**
 * The level of past years around the same day, plus the smoothed difference to it: follows a season that is no wave, such as an academic year. Null with less
 * than about 14 months of history.
 */
export function yearAgoMember(history: DailyHistory, fit: CrossFit, origins: readonly number[], horizon: number): MemberPaths | null {
  const days = history.known.length;
  const seen = fit.seen(['holiday', 'month']);
  const unseen = fit.unseen(['holiday', 'month']);
  const adjusted = history.filled.map((value, i) => value - seen[i]!);
  const { weeks } = pastYears(adjusted, days + horizon);
  let first = days;
  while (first > 0 && Number.isFinite(weeks[first - 1])) first--;
  if (days - first < FEWEST_DAYS || !weeks.subarray(days).every(Number.isFinite)) return null;
  const smoothed = weeklySmoothing(
    adjusted.subarray(first).map((value, i) => value - weeks[i + first]!),
    horizon,
  );
  const from = (origin: number, dated: Float64Array): Float64Array =>
    smoothed.pathFrom(origin - first, horizon).map((value, k) => value + weeks[origin + k + 1]! + dated[origin + k + 1]!);
  const past = new Float64Array(origins.length * horizon).fill(Number.NaN);
  origins.forEach((origin, i) => {
    if (origin >= first + FEWEST_DAYS / 2) past.set(from(origin, unseen), i * horizon);
  });
  return { name: 'year ago', past, future: from(days - 1, seen) };
}
