import type { Line } from '../../../../models/results/series.ts';
import type { Mark } from '../../../charts/figure/figure.ts';
import type { Ink } from '../../../charts/figure/ink.ts';
import { compact } from '../../../charts/figure/points.ts';

/** A layer of a stack, the lowest first; all share their `x`. */
export interface Layer {
  readonly label: string;
  readonly ink: Ink;
  readonly line: Line;
}

/** Lines as areas on top of each other, and the height of the highest pile. */
export function stacked(layers: readonly Layer[]): { marks: Mark[]; top: number } {
  const heights = (layers[0]?.line.x ?? []).map(() => 0);
  const marks = layers.map(({ label, ink, line }, index): Mark => {
    const own = line.x.map((_, at) => line.y[at] ?? 0);
    own.forEach((value, at) => {
      heights[at] = (heights[at] ?? 0) + value;
    });
    const points = line.x.map((x, at): [number, number] => [x, compact(heights[at] ?? 0)]);
    return { kind: 'area', label, ink, fill: ink, own, points, ...(index > 0 ? { above: 1 } : {}) };
  });
  return { marks, top: heights.reduce((most, height) => Math.max(most, height), 0) };
}
