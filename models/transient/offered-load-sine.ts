import { mustBe } from '../numeric/must-be.ts';
import { Refusal } from '../refusal.ts';

/** λ(t) = mean + amplitude · sin(frequency · t), and exponential service. */
export interface SineLoad {
  /** Mean arrivals per unit of time. */
  readonly mean: number;
  /** At most the mean, so that λ never is negative. */
  readonly amplitude: number;
  /** γ, radians per unit of time: the period is 2π/γ. */
  readonly frequency: number;
  /** μ, completions per unit of time of one busy server. */
  readonly serviceRate: number;
}

export interface SineArguments extends SineLoad {
  readonly at: number;
}

/** Refuses a sine that is not one of arrivals. */
export function requireSine({ mean, amplitude, frequency, serviceRate }: SineLoad): void {
  mustBe.positive('mean', mean);
  mustBe.nonNegative('amplitude', amplitude);
  mustBe.positive('frequency', frequency);
  mustBe.positive('serviceRate', serviceRate);
  if (amplitude > mean)
    throw new Refusal('out-of-range', `amplitude: must be at most the mean (${mean}), or arrivals would be negative, got ${amplitude}`);
}

/**
 * Offered load at a time under a sine of arrivals: the mean number of busy servers if there were enough of them.
 * Used to staff by the load that is really there: it lags behind the arrivals by atan(γ/μ)/γ.
 *
 *   m(t) = λ̄/μ + α(μ sin γt − γ cos γt)/(μ² + γ²)
 *
 *   λ̄  mean arrival rate, 1/time   α  amplitude, 1/time   γ  frequency, rad/time   μ  service rate, 1/time   t  time
 *
 * Source: Eick, Massey and Whitt, Mt/G/∞ queues with sinusoidal arrival rates, Management Science 39(2), 1993. Valid for: Poisson arrivals, exponential service.
 * @example offeredLoadSine({ mean: 30, amplitude: 20, frequency: 1, serviceRate: 1, at: 0 }) // => 20
 */
export function offeredLoadSine({ at, ...load }: SineArguments): number {
  requireSine(load);
  mustBe.finite('at', at);
  const { mean, amplitude, frequency, serviceRate } = load;
  const swing = serviceRate * Math.sin(frequency * at) - frequency * Math.cos(frequency * at);
  return mean / serviceRate + (amplitude * swing) / (serviceRate ** 2 + frequency ** 2);
}
