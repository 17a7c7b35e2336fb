import { interpolatedQuantileOf } from '../../statistics/interpolated-quantile.ts';

/** A day from which on demand was another one: index of the first day, and the factor. */
export interface LevelBreak {
  readonly at: number;
  readonly factor: number;
}

/** Days on both sides that are compared. */
const SIDE = 56;
/** A step counts as a break when it exceeds this multiple of the spread of such differences elsewhere, and this change of log demand. */
const SPREADS = 6;
const SMALLEST = 0.4;
/** A step that recurs within `SAME_SEASON` days of a year later or earlier, at least half as large, is a season. */
const YEAR = 365;
const SAME_SEASON = 28;
/** Weight of the days before a break: they still inform the effects of weekdays and holidays. */
const BEFORE_BREAK = 0.2;

/**
 * Breaks of the level that the calendar does not explain: the median of the eight weeks after a day minus that of the eight weeks before,
 * at local maxima that stand out from the same difference elsewhere. At most one in eight weeks. None in less than two years of history,
 * where a season cannot be separated from a step, and none that recurs a year before or after.
 *
 * @param unexplained log demand without year, week and holidays; no gaps
 */
export function levelBreaks(unexplained: Float64Array): LevelBreak[] {
  if (unexplained.length < 2 * YEAR) return [];
  const steps: { at: number; step: number }[] = [];
  for (let at = SIDE; at + SIDE <= unexplained.length; at += 2) {
    steps.push({
      at,
      step:
        interpolatedQuantileOf(unexplained.subarray(at, at + SIDE), 0.5) - interpolatedQuantileOf(unexplained.subarray(at - SIDE, at), 0.5),
    });
  }
  const spread = interpolatedQuantileOf(
    steps.map(({ step }) => Math.abs(step)),
    0.5,
  );
  const limit = Math.max(SMALLEST, SPREADS * spread);
  const recurs = ({ at, step }: { at: number; step: number }): boolean =>
    steps.some((other) => Math.abs(Math.abs(other.at - at) - YEAR) <= SAME_SEASON && other.step * Math.sign(step) > Math.abs(step) / 2);
  const found: LevelBreak[] = [];
  for (const { at, step } of steps
    .filter((one) => Math.abs(one.step) > limit && !recurs(one))
    .sort((a, b) => Math.abs(b.step) - Math.abs(a.step))) {
    if (found.every((other) => Math.abs(other.at - at) >= SIDE)) found.push({ at, factor: Math.exp(step) });
  }
  return found.sort((a, b) => a.at - b.at);
}

/**
 * Weight of each day of the history: what lies before the last break counts a fifth.
 *
 * @example breakWeights(3, [1]).join() // => '0.2,1,1'
 */
export function breakWeights(days: number, breaks: readonly number[]): Float64Array {
  const last = Math.max(0, ...breaks);
  return Float64Array.from({ length: days }, (_, i) => (i < last ? BEFORE_BREAK : 1));
}
