import { crossing } from '../numeric/search.ts';
import type { BacklogPiece } from './backlog-pieces.ts';
import { amountBetween, type Points } from './piecewise-linear.ts';

/** Starting points of the search within a stretch of time; the wait has one or two peaks between break points. */
const PROBES = 32;

/** Thirds cut off in the refinement: (2/3)^80 is below 1e-14. */
const REFINEMENTS = 80;

/**
 * Longest first-come-first-served wait of a backlog: the largest w with ∫_t^{t+w} capacity = backlog at t.
 * Used by `backlog`. Probed within every stretch and refined around the best probe, since the peak of the wait is later than that of the backlog
 * when capacity falls, and earlier when it rises.
 * @example longestWait([{ from: 0, until: 10, grows: true, backlogAt: (t) => t }], [[0, 5]], [[0, 4]]) // => 2.500
 */
export function longestWait(pieces: readonly BacklogPiece[], arrivals: Points, capacity: Points): number {
  let longest = 0;
  for (const piece of pieces) {
    const wait = (t: number) => waitOf(piece.backlogAt(t), t, capacity);
    const times = probes(piece, arrivals, capacity);
    const waits = times.map(wait);
    const best = waits.indexOf(Math.max(...waits));
    longest = Math.max(longest, refine(wait, times[Math.max(0, best - 1)]!, times[Math.min(times.length - 1, best + 1)]!));
  }
  return longest;
}

function probes({ from, until }: BacklogPiece, arrivals: Points, capacity: Points): number[] {
  const even = Array.from({ length: PROBES + 1 }, (_, i) => from + ((until - from) * i) / PROBES);
  const breaks = [...arrivals, ...capacity].map(([time]) => time).filter((time) => time > from && time < until);
  return [...even, ...breaks].sort((a, b) => a - b);
}

function waitOf(backlog: number, t: number, capacity: Points): number {
  if (backlog === 0) return 0;
  return crossing((wait) => -amountBetween(capacity, t, t + wait), -backlog, 1);
}

/** Largest value of a function with one peak between two times; the ends count. */
function refine(value: (t: number) => number, from: number, until: number): number {
  let [low, high] = [from, until];
  for (let i = 0; i < REFINEMENTS; i++) {
    const third = (high - low) / 3;
    if (value(low + third) < value(high - third)) low += third;
    else high -= third;
  }
  return Math.max(value(from), value(until), value((low + high) / 2));
}
