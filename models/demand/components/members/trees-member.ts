import { binnedColumns } from '../../trees/binned-columns.ts';
import { boost, forestValue } from '../../trees/boost.ts';
import type { CrossFit } from '../daily/cross-fit.ts';
import type { DailyHistory } from '../daily/daily-history.ts';
import { pastYears } from '../daily/past-years.ts';
import { calendarColumns, LEVEL_DAYS, windowFeatures } from '../daily/window-features.ts';
import type { MemberPaths } from '../member-paths.ts';
import type { SmoothingMember } from './smoothing-member.ts';

const OPTIONS = { trees: 40, rate: 0.16, leaves: 12, leafRows: 20, sample: 0.5 } as const;
/** Forests whose mean is the forecast: with another seed, one alone moves the mean absolute error by half a percent. */
const FORESTS = 3;
/** Between the seeds of the forests, so that none is that of a fold. */
const NEXT_SEED = 100;
/** Prior weight of the trees in the average. They take the predictions of all other members as features, so they count as six. */
const TRUST = 6;
/** Origins to learn from are a week apart, as the last one is from them: all begin on the same weekday. */
const STRIDE = 7;

/**
 * Direct multi-horizon boosted trees: one model for all days ahead, which learns how the days after an origin differ from what smoothing said there.
 * Learned from the level, no day could exceed the highest leaf that was ever seen: a festival on a payday would be no higher than either.
 * Past paths come from a model fitted without the days they predict.
 */
export function treesMember(
  history: DailyHistory,
  fit: CrossFit,
  smoothing: SmoothingMember,
  { origins, horizon, seed }: { readonly origins: readonly number[]; readonly horizon: number; readonly seed: number },
): MemberPaths | null {
  const last = history.known.length - 1;
  const learned: number[] = [];
  for (let origin = last; origin >= LEVEL_DAYS - 1; origin -= STRIDE) learned.push(origin);
  if (learned.length < 2 * STRIDE) return null;
  const holiday = fit.seen(['holiday']);
  const adjusted = history.filled.map((value, i) => value - holiday[i]!);
  const years = pastYears(adjusted, adjusted.length + horizon);
  const dayColumns = calendarColumns(history, adjusted.length + horizon);
  const ahead = (origin: number, part: Float64Array) =>
    smoothing.smoothed.pathFrom(origin, horizon).map((value, k) => value + part[origin + k + 1]!);
  const seen = windowFeatures(history, { adjusted, years, dayColumns, holiday, ahead: (o) => ahead(o, smoothing.seen) }, learned, horizon);
  const hidden = windowFeatures(
    history,
    { adjusted, years, dayColumns, holiday: fit.unseen(['holiday']), ahead: (o) => ahead(o, smoothing.unseen) },
    origins,
    horizon,
  );
  const rows = learned.length * horizon;
  const columns = binnedColumns(seen.columns.map((column, c) => joined(column, hidden.columns[c]!)));
  const target = new Float64Array(columns.rows);
  target.set(seen.target);
  const dayOf = (row: number): number => learned[Math.floor(row / horizon)]! + 1 + (row % horizon);
  const known = Int32Array.from({ length: rows }, (_, row) => row).filter((row) => Number.isFinite(target[row]));
  const future = seen.said.slice(0, horizon);
  for (let f = 0; f < FORESTS; f++) {
    const forest = boost(columns, target, known, { ...OPTIONS, seed: seed + NEXT_SEED * f });
    for (let k = 0; k < horizon; k++) future[k]! += forestValue(forest, columns, k) / FORESTS;
  }
  const past = new Float64Array(origins.length * horizon);
  for (let fold = 0; fold < fit.folds; fold++) {
    const others = known.filter((row) => fit.foldOf[dayOf(row)] !== fold);
    const unseen = boost(columns, target, others, { ...OPTIONS, seed: seed + fold + 1 });
    past.forEach((_, i) => {
      const day = origins[Math.floor(i / horizon)]! + 1 + (i % horizon);
      if (fit.foldOf[day] === fold) past[i] = hidden.said[i]! + forestValue(unseen, columns, rows + i);
    });
  }
  return { name: 'trees', past, future, trust: TRUST };
}

function joined(first: Float64Array, second: Float64Array): Float64Array {
  const out = new Float64Array(first.length + second.length);
  out.set(first);
  out.set(second, first.length);
  return out;
}
