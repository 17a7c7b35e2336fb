import { Refusal } from '../refusal.ts';
import { type BacklogPiece, backlogPieces } from './backlog-pieces.ts';
import { longestWait } from './longest-wait.ts';
import { type Points, rateAt, requirePoints } from './piecewise-linear.ts';

export interface BacklogArguments {
  /** Arrivals per unit of time, linear between the points and constant outside. */
  readonly arrivals: Points;
  /** Completions per unit of time, in the same way. */
  readonly capacity: Points;
}

/** Times are null when no backlog ever forms. */
export interface BacklogAnswer {
  /** Time at which the first backlog begins; null without one. */
  readonly startsAt: number | null;
  /** Last time at which arrivals fall below capacity during a backlog. */
  readonly endsAt: number | null;
  readonly maxBacklog: number;
  readonly maxAt: number | null;
  /** Time at which the last backlog is empty. */
  readonly drainedAt: number | null;
  /** Longest wait, first come first served. */
  readonly maxWait: number;
}

/**
 * Backlog of a fluid queue whose arrivals and capacity change with time.
 * Used for launch peaks and for autoscalers that come late: how deep, how long, who waits longest.
 *
 *   Q' = λ(t) − μ(t) while Q > 0 or λ > μ;   wait of the arrival at t: the w with ∫_t^{t+w} μ = Q(t)
 *
 *   λ  arrivals per time    μ  capacity per time    Q  backlog, 0 at the first point
 *
 * Between break points λ − μ is linear and Q a parabola, so starts, peaks and ends are roots of quadratics, not steps of a solver.
 * Source: Newell, Applications of Queueing Theory, ch. 2. Valid for: backlogs much larger than the noise of arrivals.
 * Refuses (`unstable`) a backlog that never drains.
 * @example backlog({ arrivals: [[0, 10], [10, 30], [20, 10]], capacity: [[0, 20]] }).maxBacklog // => 50
 */
export function backlog({ arrivals, capacity }: BacklogArguments): BacklogAnswer {
  requirePoints('arrivals', arrivals);
  requirePoints('capacity', capacity);
  const pieces = backlogPieces(arrivals, capacity);
  const busy = pieces.filter((piece) => piece.from < piece.until);
  if (busy.length === 0) return { startsAt: null, endsAt: null, maxBacklog: 0, maxAt: null, drainedAt: null, maxWait: 0 };
  const drainedAt = busy.at(-1)!.until;
  if (drainedAt === Number.POSITIVE_INFINITY) {
    const [last, least] = [rateAt(arrivals, Number.MAX_VALUE), rateAt(capacity, Number.MAX_VALUE)];
    throw new Refusal(
      'unstable',
      `capacity: must end above the arrivals (${last}) for the backlog to drain, got ${least}; add capacity or points where arrivals fall`,
    );
  }
  const { maxBacklog, maxAt } = deepest(busy);
  return { startsAt: busy[0]!.from, endsAt: lastTurn(busy), maxBacklog, maxAt, drainedAt, maxWait: longestWait(busy, arrivals, capacity) };
}

/** Largest backlog and its time. The maximum lies at the end of a piece, because pieces are cut where the growth changes its sign. */
function deepest(pieces: readonly BacklogPiece[]): { maxBacklog: number; maxAt: number } {
  let [maxBacklog, maxAt] = [0, pieces[0]!.from];
  for (const piece of pieces) {
    const depth = piece.backlogAt(piece.until);
    if (depth > maxBacklog) [maxBacklog, maxAt] = [depth, piece.until];
  }
  return { maxBacklog, maxAt };
}

/** End of the last piece in which the backlog still grows. */
function lastTurn(pieces: readonly BacklogPiece[]): number {
  let turn = pieces[0]!.from;
  for (const piece of pieces) if (piece.grows) turn = piece.until;
  return turn;
}
