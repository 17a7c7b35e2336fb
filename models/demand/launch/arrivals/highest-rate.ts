import type { CurveSpec } from '../../../workload/arrivals/curve-spec.ts';
import { arrivalCurve } from '../../../workload/arrivals/curves/from-spec.ts';

const STEPS = 1_000;

/**
 * Highest arrival rate of a curve in its window, on a grid of a thousandth of it. The shapes of launches have their highest rate on it.
 *
 * @example highestRate({ shape: 'ramp', from: 1, to: 5, start: 0, end: 10 }, 10) // => 5
 */
export function highestRate(spec: CurveSpec, window: number): number {
  const curve = arrivalCurve(spec);
  let most = 0;
  for (let i = 0; i <= STEPS; i++) most = Math.max(most, curve.rateAt((i * window) / STEPS));
  return most;
}
