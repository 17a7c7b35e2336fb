import { type Points, rateAt } from './piecewise-linear.ts';

/** A stretch of time in which the backlog is one parabola that either grows or shrinks; `from` equals `until` where there is none. */
export interface BacklogPiece {
  readonly from: number;
  /** Infinity when the backlog of the last stretch never ends. */
  readonly until: number;
  readonly grows: boolean;
  readonly backlogAt: (t: number) => number;
}

/**
 * The backlog of arrivals over capacity as parabolas, in order of time.
 * Used by `backlog`; cut at every break point of either curve, where λ − μ changes sign, and where the backlog reaches zero.
 * @example backlogPieces([[0, 30], [10, 10]], [[0, 20]]).filter((piece) => piece.from < piece.until).length // => 2
 */
export function backlogPieces(arrivals: Points, capacity: Points): BacklogPiece[] {
  const excess = (t: number) => rateAt(arrivals, t) - rateAt(capacity, t);
  const times = cuts(arrivals, capacity, excess);
  const pieces: BacklogPiece[] = [];
  let backlog = 0;
  times.forEach((from, i) => {
    const next = times[i + 1] ?? Number.POSITIVE_INFINITY;
    const start = excess(from);
    const slope = next === Number.POSITIVE_INFINITY ? 0 : (excess(next) - start) / (next - from);
    const before = backlog;
    const backlogAt = (t: number) => Math.max(0, before + (t - from) * (start + (slope * (t - from)) / 2));
    const middle = start + (next === Number.POSITIVE_INFINITY ? 0 : (slope * (next - from)) / 2);
    const grows = middle > 0;
    const empty = before === 0 && !grows;
    const until = empty ? from : grows ? next : Math.min(next, from + timeToEmpty(before, start, slope));
    pieces.push({ from, until, grows, backlogAt });
    backlog = until < next ? 0 : backlogAt(next);
  });
  return pieces;
}

/** Break points of both curves, and the times between them at which λ meets μ. */
function cuts(arrivals: Points, capacity: Points, excess: (t: number) => number): number[] {
  const breaks = [...new Set([...arrivals, ...capacity].map(([time]) => time))].sort((a, b) => a - b);
  const crossings: number[] = [];
  for (let i = 1; i < breaks.length; i++) {
    const [a, b] = [breaks[i - 1]!, breaks[i]!];
    const [before, after] = [excess(a), excess(b)];
    if (before * after < 0) crossings.push(a + ((b - a) * before) / (before - after));
  }
  return [...breaks, ...crossings].sort((a, b) => a - b);
}

/** Smallest root of backlog + start·t + slope·t²/2 for start ≤ 0, by the form that does not cancel; Infinity when it never empties. */
function timeToEmpty(backlog: number, start: number, slope: number): number {
  const discriminant = start * start - 2 * slope * backlog;
  if (discriminant < 0) return Number.POSITIVE_INFINITY;
  const divisor = -start + Math.sqrt(discriminant);
  return divisor === 0 ? Number.POSITIVE_INFINITY : (2 * backlog) / divisor;
}
