/** The law of one system. */
export interface UslParameters {
  /** σ, share of the work that is done one at a time. */
  readonly contention: number;
  /** κ, cost of agreement between each pair. */
  readonly coherency: number;
  /** γ, throughput of one. */
  readonly scale: number;
}

/**
 * Universal Scalability Law: throughput at a concurrency (or a number of nodes).
 *
 *   X(N) = γN/(1 + σ(N − 1) + κN(N − 1))
 *
 * Source: N. Gunther, Guerrilla Capacity Planning, 2007. Valid for: a closed load at each N, in the steady state.
 * @example uslThroughput({ contention: 0.5, coherency: 0, scale: 10 }, 3) // => 15
 */
export function uslThroughput({ scale, ...law }: UslParameters, n: number): number {
  return (scale * n) / uslSlowdown(law, n);
}

/**
 * So many times longer one request takes among N than alone, 1 + σ(N − 1) + κN(N − 1).
 * @example uslSlowdown({ contention: 0.5, coherency: 0 }, 3) // => 2
 */
export const uslSlowdown = ({ contention, coherency }: Omit<UslParameters, 'scale'>, n: number): number =>
  1 + contention * (n - 1) + coherency * n * (n - 1);

/**
 * Concurrency of the largest throughput, N* = √((1 − σ)/κ), at least 1; null when throughput never falls (κ = 0).
 * @example uslPeakLoad({ contention: 0.001, coherency: 1e-5, scale: 1 }) // => 316.0696125856
 */
export function uslPeakLoad({ contention, coherency }: UslParameters): number | null {
  if (coherency === 0) return null;
  return Math.max(1, Math.sqrt(Math.max(0, 1 - contention) / coherency));
}
