import type { CurveSpec } from './curve-spec.ts';
import { arrivalCurve } from './curves/from-spec.ts';

/** Points of a grid between corners, for sums of curves whose highest point lies at no corner of a part. */
const GRID = 1_000;
/** Just before a corner, where a curve that falls there is highest. Relative, as far as doubles allow. */
const BEFORE = 1 - 1e-12;

/** Times at which a curve may be highest: jumps, corners and the tops of waves. */
function corners(spec: CurveSpec, until: number): number[] {
  switch (spec.shape) {
    case 'constant':
      return [];
    case 'ramp':
      return [spec.start, spec.end];
    case 'step-decay':
      return [spec.at];
    case 'deadline':
      return [spec.start, spec.deadline];
    case 'diurnal': {
      const first = spec.peakAt % spec.period;
      const tops = Math.min(Math.floor(until / spec.period) + 1, GRID);
      return Array.from({ length: tops }, (_, index) => first + index * spec.period);
    }
    case 'piecewise':
      return spec.points.map(([time]) => time);
    case 'sum':
      return spec.of.flatMap((part) => corners(part, until));
    case 'sequence': {
      let start = 0;
      return spec.of.flatMap(({ seconds, curve }) => {
        const begins = start;
        start += seconds;
        return [begins, start, ...corners(curve, seconds).map((time) => begins + time)];
      });
    }
    case 'scaled':
      return corners(spec.curve, until);
  }
}

/**
 * Highest arrival rate of a curve until a time, per second. Exact for every shape but sums, whose parts can add up to more between the
 * points that are looked at.
 *
 * @example peakRate({ shape: 'ramp', from: 1, to: 5, start: 0, end: 10 }, 10) // => 5
 */
export function peakRate(spec: CurveSpec, until: number): number {
  const { rateAt } = arrivalCurve(spec);
  let most = Math.max(rateAt(0), rateAt(until * BEFORE));
  const look = (time: number): void => {
    if (time >= 0 && time <= until) most = Math.max(most, rateAt(time), rateAt(time * BEFORE));
  };
  for (const time of corners(spec, until)) look(time);
  for (let i = 1; i < GRID; i++) look((i * until) / GRID);
  return most;
}
