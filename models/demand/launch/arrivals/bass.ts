/** A new thing that spreads: people who will ever come, those who come by themselves (p) and those who follow others (q), per period. */
export interface Adoption {
  readonly market: number;
  readonly innovation: number;
  readonly imitation: number;
}

/**
 * People who have come by time t: N(t) = m·(1 − e^(−(p+q)t)) / (1 + q/p·e^(−(p+q)t)).
 *
 * Source: F. M. Bass, A new product growth model for consumer durables, Management Science 15 (1969). Usual p 0.03, q 0.38 a year: F. Sultan, J. U. Farley,
 * D. R. Lehmann, J. of Marketing Research 27 (1990).
 * @example adoptedBy({ market: 1e6, innovation: 0.03, imitation: 0.38 }, 1) // => 35758.2
 */
export function adoptedBy({ market, innovation, imitation }: Adoption, time: number): number {
  const decay = Math.exp(-(innovation + imitation) * time);
  return (market * (1 - decay)) / (1 + (imitation / innovation) * decay);
}

/**
 * Time and rate of the peak of adoption: t* = ln(q/p)/(p+q), m·(p+q)²/(4q); the peak is at time 0 when q ≤ p.
 *
 * @example adoptionPeak({ market: 1e6, innovation: 0.03, imitation: 0.38 }).time // => 6.1926
 */
export function adoptionPeak({ market, innovation, imitation }: Adoption): { readonly time: number; readonly rate: number } {
  if (imitation <= innovation) return { time: 0, rate: market * innovation };
  const both = innovation + imitation;
  return { time: Math.log(imitation / innovation) / both, rate: (market * both * both) / (4 * imitation) };
}
