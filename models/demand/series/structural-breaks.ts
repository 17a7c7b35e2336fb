import { quantile } from '../metrics/quantile.ts';

/** A day from which on demand was another one: index of the first day, and the factor. */
export interface LevelBreak {
  readonly at: number;
  readonly factor: number;
}

/** Days on both sides that are compared. */
const SIDE = 56;
/** A step counts when it exceeds so many times the spread of such differences elsewhere, and this share of demand. */
const SPREADS = 6;
const SMALLEST = 0.4;
/** A step that comes back after a year, at least half as large, is a season: a year and days to both sides of it. */
const YEAR = 365;
const SAME_SEASON = 28;
/** What was before a break still tells of weekdays and holidays, but little. */
const BEFORE_BREAK = 0.2;

/**
 * Steps of the level that nothing in the calendar explains: the median of eight weeks after a day minus that of eight weeks before, where it is largest and
 * stands out from the same difference elsewhere. At most one in eight weeks; none where a season cannot be told from a step, in less than two years, and
 * none that comes back a year before or after.
 *
 * @param unexplained log demand without year, week and holidays; no gaps
 */
export function levelBreaks(unexplained: Float64Array): LevelBreak[] {
  if (unexplained.length < 2 * YEAR) return [];
  const steps: { at: number; step: number }[] = [];
  for (let at = SIDE; at + SIDE <= unexplained.length; at += 2) {
    steps.push({ at, step: quantile(unexplained.subarray(at, at + SIDE), 0.5) - quantile(unexplained.subarray(at - SIDE, at), 0.5) });
  }
  const spread = quantile(
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
