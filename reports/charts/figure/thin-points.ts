import { compact } from './points.ts';

type Point = readonly [x: number, y: number | null];

const MOST_POINTS = 1000;

/** Periods that one point stands for. */
export const bucketOf = (periods: number): number => Math.max(1, Math.ceil(periods / MOST_POINTS));

/**
 * Points of a line of demand: the highest of each bucket of neighbouring periods, because peaks must survive. Null where nothing is known.
 *
 * @param at place of a period on the x axis
 */
export function thinPoints(values: readonly (number | null)[], bucket: number, at: (period: number) => number): Point[] {
  return Array.from({ length: Math.ceil(values.length / bucket) }, (_, i) => {
    const part = values.slice(i * bucket, (i + 1) * bucket).filter((value) => value !== null);
    return [compact(at(i * bucket)), part.length === 0 ? null : compact(Math.max(...part))];
  });
}
