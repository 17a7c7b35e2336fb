import type { Line } from '../../models/results/series.ts';

/** A line over whole seconds with at most 1,000 points. */
export function lineOf(seconds: number, at: (second: number) => number | null): Line {
  const step = Math.max(1, Math.ceil(seconds / 1000));
  const x = Array.from({ length: Math.ceil(seconds / step) }, (_, index) => index * step);
  return { x, y: x.map(at) };
}
