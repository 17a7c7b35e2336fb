import type { ArrivalCurve } from '../arrival-curve.ts';
import type { ParametersOf } from './parameters.ts';

/** A straight part of the curve: from `time` on, until the next one begins. */
interface Segment {
  readonly time: number;
  readonly rate: number;
  /** Change of rate per second. */
  readonly slope: number;
  /** Expected arrivals before `time`. */
  readonly before: number;
}

function segmentsOf(points: ParametersOf<'piecewise'>['points']): Segment[] {
  const [firstTime = 0, firstRate = 0] = points[0] ?? [];
  const segments: Segment[] = [{ time: 0, rate: firstRate, slope: 0, before: 0 }];
  let before = firstRate * firstTime;
  points.forEach(([time, rate], i) => {
    const [nextTime, nextRate] = points[i + 1] ?? [time, rate];
    const slope = nextTime > time ? (nextRate - rate) / (nextTime - time) : 0;
    segments.push({ time, rate, slope, before });
    before += ((rate + nextRate) / 2) * (nextTime - time);
  });
  return segments;
}

/** The last segment that begins at or before `seconds`, by halving. */
function segmentAt(segments: readonly Segment[], seconds: number): Segment {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (segments[middle]!.time <= seconds) low = middle;
    else high = middle - 1;
  }
  return segments[low]!;
}

/**
 * Straight lines between the points of a table, constant before the first and after the last; the integral adds trapezoids.
 * Looking a time up costs the logarithm of the number of points.
 *
 * Valid for times strictly increasing from 0 or later; of no points, nobody comes.
 *
 * @example piecewise({ points: [[0, 0], [10, 10]] }).arrivalsUntil(10) // => 50
 */
export function piecewise({ points }: ParametersOf<'piecewise'>): ArrivalCurve {
  const segments = segmentsOf(points);
  return {
    rateAt(seconds) {
      const { time, rate, slope } = segmentAt(segments, seconds);
      return Math.max(0, rate + slope * (seconds - time));
    },
    arrivalsUntil(seconds) {
      const { time, rate, slope, before } = segmentAt(segments, seconds);
      const inside = seconds - time;
      return before + (rate + (slope * inside) / 2) * inside;
    },
  };
}
