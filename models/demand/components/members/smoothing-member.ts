import type { CrossFit } from '../daily/cross-fit.ts';
import type { DailyHistory } from '../daily/daily-history.ts';
import type { MemberPaths } from '../member-paths.ts';
import { type SmoothedPaths, weeklySmoothing } from '../weekly-smoothing.ts';

/** Smoothing of what the regression does not explain by date: without holidays and without the year. */
export interface SmoothingMember extends MemberPaths {
  /** State of the smoothing, and what has to be added to its paths: as seen by the whole regression, and as seen by the others. */
  readonly smoothed: SmoothedPaths;
  readonly seen: Float64Array;
  readonly unseen: Float64Array;
}

/** Exponential smoothing of the log series without holidays, month and year, which are added to its paths again. */
export function smoothingMember(history: DailyHistory, fit: CrossFit, origins: readonly number[], horizon: number): SmoothingMember {
  const seen = fit.seen(['year', 'month', 'holiday']);
  const unseen = fit.unseen(['year', 'month', 'holiday']);
  const smoothed = weeklySmoothing(
    history.filled.map((value, i) => value - seen[i]!),
    horizon,
  );
  const past = new Float64Array(origins.length * horizon);
  origins.forEach((origin, i) => {
    past.set(
      smoothed.pathFrom(origin, horizon).map((value, k) => value + unseen[origin + k + 1]!),
      i * horizon,
    );
  });
  const last = history.known.length - 1;
  const future = smoothed.pathFrom(last, horizon).map((value, k) => value + seen[last + k + 1]!);
  return { name: 'smoothing', past, future, smoothed, seen, unseen };
}
