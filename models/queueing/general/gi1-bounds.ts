import { mustBe } from '../../numeric/must-be.ts';

export interface Gi1Bounds {
  readonly lower: number;
  readonly heavyTraffic: number;
  readonly daley: number;
  readonly kingman: number;
}

/**
 * Bounds on the mean wait of GI/GI/1 from two moments alone. Used to show how far a two-moment approximation may be off.
 *
 *   lower         max(0, ρ((1 + cs²)ρ − 1) / (2λ(1 − ρ)))
 *   heavy traffic ρ²(ca² + cs²) / (2λ(1 − ρ))
 *   Daley         ((2 − ρ)ρ ca² + ρ² cs²) / (2λ(1 − ρ))
 *   Kingman       (ca² + ρ² cs²) / (2λ(1 − ρ))
 *
 *   λ  arrival rate, 1/time    ρ  utilisation, below 1    ca², cs²  squared coefficients of variation of interarrival and service time
 *
 * Heavy traffic is an approximation between the bounds, exact as ρ → 1; the other three are proven.
 * Source: Chen and Whitt, Extremal GI/GI/1 queues given two moments, 2020, table 1. Valid for: independent interarrival and service times, FCFS.
 * @example gi1Bounds({ arrivalRate: 1, utilisation: 0.5, ca2: 4, cs2: 4 }).daley // => 4
 */
export function gi1Bounds(args: { arrivalRate: number; utilisation: number; ca2: number; cs2: number }): Gi1Bounds {
  const { arrivalRate, utilisation, ca2, cs2 } = args;
  mustBe.positive('arrivalRate', arrivalRate);
  mustBe.openShare('utilisation', utilisation);
  mustBe.nonNegative('ca2', ca2);
  mustBe.nonNegative('cs2', cs2);
  const scale = 1 / (2 * arrivalRate * (1 - utilisation));
  return {
    lower: Math.max(0, utilisation * ((1 + cs2) * utilisation - 1)) * scale,
    heavyTraffic: utilisation ** 2 * (ca2 + cs2) * scale,
    daley: ((2 - utilisation) * utilisation * ca2 + utilisation ** 2 * cs2) * scale,
    kingman: (ca2 + utilisation ** 2 * cs2) * scale,
  };
}
