/** Events per second of the recent past, forgetting exponentially. */
export interface RecentRate {
  add(now: number, count: number): void;
  /** Events per second, seen from `now`. */
  at(now: number): number;
}

/**
 * An exponentially weighted rate: an event of age `a` counts `exp(-a/memory)/memory`.
 * In the first moments it divides by the time that was really watched, so that a young room does not report too little.
 * `start`, `now` in milliseconds, `memory` in seconds.
 */
export function createRecentRate(start: number, memory: number): RecentRate {
  let weight = 0;
  let last = start;
  const decayTo = (now: number): void => {
    if (now <= last) return;
    weight *= Math.exp(-(now - last) / 1000 / memory);
    last = now;
  };
  return {
    add: (now, count) => {
      decayTo(now);
      weight += count;
    },
    at: (now) => {
      decayTo(now);
      const watched = memory * (1 - Math.exp(-Math.max(now - start, 100) / 1000 / memory));
      return weight / watched;
    },
  };
}
