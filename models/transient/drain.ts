import { mustBe } from '../numeric/must-be.ts';
import { Refusal } from '../refusal.ts';

export interface DrainArguments {
  /** People in line at the start. */
  readonly queued: number;
  /** Admissions per unit of time. */
  readonly admitRate: number;
  /** People who still join per unit of time. */
  readonly arrivalRate: number;
  /** Mean time after which a waiting person leaves; absent for unlimited patience. */
  readonly patience?: number;
}

/**
 * Time until a queue is empty, as a fluid. Used for the wait of the last person in a waiting room.
 *
 *   T = Q/(μ − λ);   with patience 1/θ:  T = ln(1 + θQ/(μ − λ))/θ
 *
 *   Q  people queued   μ  admissions per time   λ  arrivals per time   θ  1/mean patience
 *
 * Good when Q is much larger than its own fluctuation √Q. Source: fluid limit of Mt/M/st+M. Refuses (`unstable`) λ ≥ μ: such a line never ends
 * (with patience it settles at (λ − μ)/θ).
 * @example drain({ queued: 40000, admitRate: 1000, arrivalRate: 0 }) // => 40
 */
export function drain({ queued, admitRate, arrivalRate, patience }: DrainArguments): number {
  mustBe.nonNegative('queued', queued);
  mustBe.positive('admitRate', admitRate);
  mustBe.nonNegative('arrivalRate', arrivalRate);
  if (patience !== undefined) mustBe.positive('patience', patience);
  if (arrivalRate >= admitRate) {
    throw new Refusal(
      'unstable',
      `admitRate: must be above the arrivalRate (${arrivalRate}) for the queue to end, got ${admitRate}; admit more or slow the arrivals`,
    );
  }
  const spare = admitRate - arrivalRate;
  if (patience === undefined) return queued / spare;
  return patience * Math.log1p(queued / (patience * spare));
}
