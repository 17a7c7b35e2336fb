import type { CurveSpec } from '../../workload/arrivals/curve-spec.ts';
import { arrivalCurve } from '../../workload/arrivals/curves/from-spec.ts';

/** A curve that begins at second 0, how long it lasts, and the rate of its busiest second beyond what the curve says. */
export interface StageableCurve {
  readonly curve: CurveSpec;
  readonly seconds: number;
  /** Arrivals in the busiest second, where bursts within the hour were forecast. */
  readonly burst: number | null;
}

const AROUND = 3 * 3_600;

/**
 * The hours around the highest point of a day's curve: three before and three after, as far as the day goes. A rehearsal of the whole day would spend most
 * of its time on the night.
 */
export function peakHours(points: readonly (readonly [time: number, rate: number])[], burst: number | null): StageableCurve {
  const highest = points.reduce((most, point) => (point[1] > most[1] ? point : most));
  const from = Math.max(points[0]![0], highest[0] - AROUND);
  const to = Math.min(points.at(-1)![0], highest[0] + AROUND);
  const { rateAt } = arrivalCurve({ shape: 'piecewise', points });
  const inside = points.filter(([time]) => time > from && time < to).map(([time, rate]) => [time - from, rate] as const);
  const ends = [[0, rateAt(from)] as const, ...inside, [to - from, rateAt(to)] as const];
  return { curve: { shape: 'piecewise', points: ends }, seconds: to - from, burst };
}
