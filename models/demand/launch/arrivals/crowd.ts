import type { ArrivalCurve } from '../../../workload/arrivals/arrival-curve.ts';

const STEPS = 1_000;

/**
 * Number of people waiting over a window with `admissions` people admitted per second: Λ(t) − μt − min over s ≤ t of (Λ(s) − μs), at the
 * ends of its thousandths, the first one at 0. Without admissions all arrivals wait.
 *
 * Source: fluid queue, G. F. Newell, Applications of Queueing Theory (1982), ch. 2. Valid for crowds far above the noise of arrivals.
 * @example lineOf({ rateAt: () => 3, arrivalsUntil: (t) => 3 * t }, 10, 1)[500] // => 10
 */
export function lineOf(curve: ArrivalCurve, window: number, admissions: number): Float64Array {
  let lowest = 0;
  return Float64Array.from({ length: STEPS + 1 }, (_, i) => {
    const time = (i * window) / STEPS;
    const net = curve.arrivalsUntil(time) - admissions * time;
    lowest = Math.min(lowest, net);
    return net - lowest;
  });
}

/**
 * Most people in line at once.
 *
 * @example crowdOf({ rateAt: () => 3, arrivalsUntil: (t) => 3 * t }, 10, 1) // => 20
 */
export function crowdOf(curve: ArrivalCurve, window: number, admissions: number): number {
  return lineOf(curve, window, admissions).reduce((most, people) => Math.max(most, people));
}
