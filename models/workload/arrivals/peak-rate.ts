import { curveLimits } from './curve-limits.ts';
import type { CurveSpec } from './curve-spec.ts';

/** Pieces into which the time is cut where a wave is part of a sum, and most turns of a wave that are corners. */
const GRID = 1_000;
/** Corners nearer to each other than doubles can tell, relative, are one: sums of lengths are rounded. */
const ROUNDING = 4 * Number.EPSILON;

/** Times at which a curve jumps or bends, and at which waves turn. */
function corners(spec: CurveSpec, until: number): number[] {
  switch (spec.shape) {
    case 'constant':
      return [];
    case 'ramp':
      return [spec.start, spec.end];
    case 'step-decay':
      return [spec.at, spec.at + spec.hold];
    case 'deadline':
      return [spec.start, spec.deadline];
    case 'diurnal': {
      const half = spec.period / 2;
      const first = spec.peakAt % half;
      const turns = Math.min(Math.floor(until / half) + 1, GRID);
      return Array.from({ length: turns }, (_, index) => first + index * half);
    }
    case 'piecewise':
      return spec.points.map(([time]) => time);
    case 'sum':
      return spec.of.flatMap((part) => corners(part, until));
    case 'sequence': {
      let start = 0;
      return spec.of.flatMap(({ seconds, curve }, index) => {
        const begins = start;
        start += seconds;
        // The last part goes on after its end.
        const length = index === spec.of.length - 1 ? Math.max(seconds, until - begins) : seconds;
        const inner = corners(curve, length).filter((time) => time <= length);
        return [begins, start, ...inner.map((time) => begins + time)];
      });
    }
    case 'scaled':
      return corners(spec.curve, until);
  }
}

/** Whether a wave is added to something, so that the highest point may lie at no corner. */
function hasAddedWave(spec: CurveSpec, added = false): boolean {
  switch (spec.shape) {
    case 'diurnal':
      return added;
    case 'sum':
      return spec.of.some((part) => hasAddedWave(part, added || spec.of.length > 1));
    case 'sequence':
      return spec.of.some(({ curve }) => hasAddedWave(curve, added));
    case 'scaled':
      return hasAddedWave(spec.curve, added);
    default:
      return false;
  }
}

/** The times at which a curve is cut, from 0 to `until`. */
function cuts(spec: CurveSpec, until: number): number[] {
  const grid = hasAddedWave(spec) ? Array.from({ length: GRID }, (_, i) => (i * until) / GRID) : [];
  const inside = [...corners(spec, until), ...grid].filter((time) => time > 0 && time < until).sort((a, b) => a - b);
  return [0, ...inside, until];
}

/**
 * Highest arrival rate of a curve at any instant before a time, per second. Exact, jumps of no length included: between its corners every
 * shape but the wave sags, so that it is highest at an end, and so is a sum of them. A sum with a wave in it is bounded from above by the
 * curvature of the wave, at most a few millionths too high.
 *
 * @example peakRate({ shape: 'ramp', from: 1, to: 5, start: 0, end: 10 }, 10) // => 5
 */
export function peakRate(spec: CurveSpec, until: number): number {
  const times = cuts(spec, until);
  let [most, after] = [0, 0];
  for (const before of times.slice(1)) {
    if (before - after <= ROUNDING * before) continue;
    const { first, last, bulge, trend } = curveLimits(spec, after, before);
    most = Math.max(most, Math.max(first, last) + (trend === null ? bulge : 0));
    after = before;
  }
  return most;
}
