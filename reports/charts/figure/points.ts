import type { Line } from '../../../models/results/series.ts';

/** Points of a line for drawing, three significant digits more than a pixel can show, so that the page stays small. */
export function pointsOf(line: Line): [number, number | null][] {
  return line.x.map((x, index) => {
    const y = line.y[index] ?? null;
    return [compact(x), y === null ? null : compact(y)];
  });
}

/** A number with five significant digits. */
export function compact(value: number): number {
  return Number(value.toPrecision(5));
}

/** Largest value of a line; 0 when it has none. */
export function highest(line: Line): number {
  return line.y.reduce<number>((most, y) => Math.max(most, y ?? 0), 0);
}

/** Up to twenty moments spread over a run, at whole seconds, for the table beside a chart. */
export function sampleTimes(durationSeconds: number): number[] {
  const step = Math.max(1, Math.ceil(durationSeconds / 20));
  return Array.from({ length: Math.max(1, Math.ceil(durationSeconds / step)) }, (_, index) => index * step);
}

/** The last value of a line at or before a moment; null before the first or where nothing was measured. */
export function valueAt(line: Line, moment: number): number | null {
  const after = line.x.findIndex((x) => x > moment);
  const index = after < 0 ? line.x.length - 1 : after - 1;
  return line.y[index] ?? null;
}
