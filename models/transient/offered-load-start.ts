import { mustBe } from '../numeric/must-be.ts';

/**
 * Offered load a time after the arrivals begin at an empty system.
 * Used for sessions: minutes after a launch the sessions in progress still grow although arrivals are steady.
 *
 *   m(t) = (λ/μ)(1 − e^{−μt})
 *
 *   λ  arrival rate, 1/time   μ  service rate, 1/time   t  time since the start
 *
 * Written with expm1, so that the first moments are exact. Source: Mt/G/∞ with a step of arrivals, Eick, Massey and Whitt 1993.
 * Valid for: Poisson arrivals, exponential service, enough servers.
 * @example offeredLoadStart({ arrivalRate: 10, serviceRate: 1, at: 1000 }) // => 10
 */
export function offeredLoadStart({ arrivalRate, serviceRate, at }: { arrivalRate: number; serviceRate: number; at: number }): number {
  mustBe.positive('arrivalRate', arrivalRate);
  mustBe.positive('serviceRate', serviceRate);
  mustBe.nonNegative('at', at);
  return (arrivalRate / serviceRate) * -Math.expm1(-serviceRate * at);
}
