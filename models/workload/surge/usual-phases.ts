import type { Phase } from './surge.ts';

/** Times of a run, in seconds. */
export interface RunTimes {
  readonly warmUp: number;
  readonly arrivals: number;
  readonly drain: number;
}

/**
 * The phases of a run that names none: a warm-up, if there is one; the surge, judged; then nobody arrives any more and nothing is judged.
 *
 * @example usualPhases({ warmUp: 0, arrivals: 30, drain: 0 }) // => [{ name: 'surge', from: 0, judged: true }]
 */
export function usualPhases({ warmUp, arrivals, drain }: RunTimes): readonly Phase[] {
  return [
    ...(warmUp > 0 ? [{ name: 'warm-up', from: 0, judged: false }] : []),
    { name: 'surge', from: warmUp, judged: true },
    ...(drain > 0 ? [{ name: 'drain', from: arrivals, judged: false }] : []),
  ];
}
