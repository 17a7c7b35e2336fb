import type { ArrivalCurve } from '../../workload/arrival-curve.ts';

const STEPS = 1_000;

/**
 * Most people in line at once when so many are let in per second: max over t of (Λ(t) − μt) − min over s ≤ t of (Λ(s) − μs), on a grid of a
 * thousandth of the window. With nobody let in, everybody who comes.
 *
 * Source: fluid queue, G. F. Newell, Applications of Queueing Theory (1982), ch. 2. Valid for crowds far above the noise of arrivals.
 * @example crowdOf({ rateAt: () => 3, arrivalsUntil: (t) => 3 * t }, 10, 1) // => 20
 */
export function crowdOf(curve: ArrivalCurve, window: number, admissions: number): number {
  let lowest = 0;
  let most = 0;
  for (let i = 1; i <= STEPS; i++) {
    const time = (i * window) / STEPS;
    const net = curve.arrivalsUntil(time) - admissions * time;
    lowest = Math.min(lowest, net);
    most = Math.max(most, net - lowest);
  }
  return most;
}
