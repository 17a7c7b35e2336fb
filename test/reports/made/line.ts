import type { Line } from '../../../models/results/series.ts';

/** A line over whole seconds with at most `most` points. */
export function lineOf(seconds: number, at: (second: number) => number | null, most = 1000): Line {
  const step = Math.max(1, Math.ceil(seconds / most));
  const x = Array.from({ length: Math.ceil(seconds / step) }, (_, index) => index * step);
  return { x, y: x.map(at) };
}

/** A line of at most 200 bins, as percentiles and rates have. */
export const binnedLine = (seconds: number, at: (second: number) => number | null): Line => lineOf(seconds, at, 200);
