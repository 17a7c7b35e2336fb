import { mustBe } from '../../numeric/must-be.ts';
import { unstableLoad } from '../../numeric/unstable-load.ts';

/**
 * M/G/1: mean wait of one server with any service time (Pollaczek–Khinchine). Used where one lock, disk or primary database serves all
 * requests.
 *
 *   E[W] = ρ S (1 + cs²) / (2 (1 − ρ))
 *
 *   λ  arrival rate, 1/time    S  mean service time    cs²  squared coefficient of variation of the service time    ρ = λS, below 1
 *
 * Exact, and depends on two moments only. Source: F. Pollaczek 1930, A. Khinchine 1932. Valid for: Poisson arrivals, independent service, FCFS.
 * Refuses (`unstable`) ρ ≥ 1.
 * @example mg1({ arrivalRate: 0.5, serviceTime: 1, cs2: 1 }) // => 1
 */
export function mg1({ arrivalRate, serviceTime, cs2 }: { arrivalRate: number; serviceTime: number; cs2: number }): number {
  mustBe.positive('arrivalRate', arrivalRate);
  mustBe.positive('serviceTime', serviceTime);
  mustBe.nonNegative('cs2', cs2);
  const utilisation = arrivalRate * serviceTime;
  if (utilisation >= 1) throw unstableLoad(1, utilisation);
  return (utilisation * serviceTime * (1 + cs2)) / (2 * (1 - utilisation));
}
