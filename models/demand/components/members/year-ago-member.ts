import type { CrossFit } from '../daily/cross-fit.ts';
import type { DailyHistory } from '../daily/daily-history.ts';
import type { MemberPaths } from '../member-paths.ts';
import { weeklySmoothing } from '../weekly-smoothing.ts';

/** 52 weeks: the same weekday a year ago. */
const YEAR_DAYS = 364;
/** Days of differences to last year that are needed before they can be smoothed. */
const FEWEST_DAYS = 70;
/** Half of the week over which last year is averaged. */
const HALF = 3;

/**
 * Last year's level around the same day, plus the smoothed difference to it: follows a season that is no wave, such as an academic year. Null with less
 * than about 14 months of history.
 */
export function yearAgoMember(history: DailyHistory, fit: CrossFit, origins: readonly number[], horizon: number): MemberPaths | null {
  const days = history.known.length;
  if (days < YEAR_DAYS + FEWEST_DAYS) return null;
  const seen = fit.seen(['holiday', 'month']);
  const unseen = fit.unseen(['holiday', 'month']);
  const adjusted = history.filled.map((value, i) => value - seen[i]!);
  const yearAgo = Float64Array.from({ length: days + horizon }, (_, i) =>
    i < YEAR_DAYS ? Number.NaN : meanAround(adjusted, i - YEAR_DAYS),
  );
  const smoothed = weeklySmoothing(
    adjusted.subarray(YEAR_DAYS).map((value, i) => value - yearAgo[i + YEAR_DAYS]!),
    horizon,
  );
  const past = new Float64Array(origins.length * horizon).fill(Number.NaN);
  origins.forEach((origin, i) => {
    if (origin < YEAR_DAYS + FEWEST_DAYS / 2) return;
    smoothed.pathFrom(origin - YEAR_DAYS, horizon).forEach((value, k) => {
      past[i * horizon + k] = value + yearAgo[origin + k + 1]! + unseen[origin + k + 1]!;
    });
  });
  const last = days - 1;
  const future = smoothed.pathFrom(last - YEAR_DAYS, horizon).map((value, k) => value + yearAgo[last + k + 1]! + seen[last + k + 1]!);
  return { name: 'year ago', past, future };
}

function meanAround(values: Float64Array, centre: number): number {
  const part = values.subarray(Math.max(0, centre - HALF), centre + HALF + 1);
  return part.reduce((sum, value) => sum + value, 0) / part.length;
}
