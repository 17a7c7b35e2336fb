import type { NextArrival } from '../../models/workload/arrivals/arrivals.ts';

/** The arrivals of one VU, drawn a second ahead, so that what was scheduled is known even when the loop is late. Milliseconds since second 0. */
export interface ArrivalQueue {
  /** Draws all arrivals before `until`; returns how many. */
  drawUntil(until: number): number;
  /** Intended start of the next drawn arrival; null when there is none. */
  next(): number | null;
  /** Takes the next drawn arrival off. */
  take(): void;
  /** True when nobody comes any more. */
  isOver(): boolean;
  /** Drawn arrivals not taken whose time is after `now`. */
  leftAfter(now: number): number;
}

export function createArrivalQueue(nextArrival: NextArrival): ArrivalQueue {
  let upcoming = nextArrival();
  let drawn: number[] = [];
  let taken = 0;
  return {
    drawUntil(until) {
      drawn = drawn.slice(taken);
      taken = 0;
      const before = drawn.length;
      while (upcoming !== null && upcoming * 1000 < until) {
        drawn.push(upcoming * 1000);
        upcoming = nextArrival();
      }
      return drawn.length - before;
    },
    next: () => drawn[taken] ?? null,
    take() {
      taken++;
    },
    isOver: () => upcoming === null && taken === drawn.length,
    leftAfter: (now) => drawn.filter((due, i) => i >= taken && due > now).length,
  };
}
