import type { CurveSpec } from '../../workload/arrivals/curve-spec.ts';
import { arrivalCurve } from '../../workload/arrivals/curves/from-spec.ts';
import type { StageableCurve } from './peak-hours.ts';

const STEPS = 1_000;
/** What is staged of a long curve: where its rate is at least this share of the highest. */
const BUSY = 0.2;
/** Straight pieces of a part that does not begin with the curve. */
const PIECES = 240;

/** The part of an event worth rehearsing: the minutes after the doors open, the last hours before a deadline, not the hours in which few come. */
export function busyPart(curve: CurveSpec, seconds: number): StageableCurve {
  const { rateAt } = arrivalCurve(curve);
  const times = Array.from({ length: STEPS + 1 }, (_, i) => (i * seconds) / STEPS);
  const highest = Math.max(...times.map(rateAt));
  const busy = times.filter((time) => rateAt(time) >= BUSY * highest);
  const [from, to] = [busy[0] ?? 0, busy.at(-1) ?? seconds];
  if (from === 0) return { curve, seconds: to > 0 ? to : seconds, burst: null };
  const length = to - from;
  const points = Array.from({ length: PIECES + 1 }, (_, i) => [(i * length) / PIECES, rateAt(from + (i * length) / PIECES)] as const);
  return { curve: { shape: 'piecewise', points }, seconds: length, burst: null };
}
