/** Arrivals offered to the system as a function of the time since the start of the run, in seconds. */
export interface ArrivalCurve {
  /** Instantaneous rate λ(t), in arrivals per second; never negative. */
  rateAt(seconds: number): number;
  /** Expected arrivals in [0, t]: the integral of `rateAt`; non-decreasing. */
  arrivalsUntil(seconds: number): number;
}
