/**
 * Whitt's 1993 correction φ of the Allen–Cunneen mean wait of GI/G/c, E[W] ≈ φ · (ca² + cs²)/2 · E[W of M/M/c].
 * Used for arrivals that are not Poisson, and for M/D/c where the exact series is long.
 *
 *   γ = min(0.24, (1 − ρ)(c − 1)(√(4 + 5c) − 2)/(16cρ)),  f1 = 1 + γ,  f2 = 1 − 4γ,  f3 = f2 e^{−2(1−ρ)/(3ρ)},  f4 = min(1, (f1 + f3)/2)
 *   ψ = 1 if (ca² + cs²)/2 ≥ 1, else f4^{2 − ca² − cs²}
 *   ca² ≥ cs²:  φ = 4(ca² − cs²)/(4ca² − 3cs²)·f1 + cs²/(4ca² − 3cs²)·ψ
 *   ca² < cs²:  φ = (cs² − ca²)/(2ca² + 2cs²)·f3 + (cs² + 3ca²)/(2ca² + 2cs²)·ψ
 *
 *   ρ  utilisation   c  servers   ca², cs²  squared coefficients of variation of interarrival and service time, not both 0
 *
 * Source: W. Whitt, Approximations for the GI/G/m queue, Production and Operations Management 2(2), 1993. The error is stated by `ggcErrorBound`.
 * @example whittCorrection({ utilisation: 0.9, servers: 1, ca2: 1, cs2: 1 }) // => 1
 */
export function whittCorrection(queue: { utilisation: number; servers: number; ca2: number; cs2: number }): number {
  const { utilisation: rho, servers: c, ca2, cs2 } = queue;
  const gamma = Math.min(0.24, ((1 - rho) * (c - 1) * (Math.sqrt(4 + 5 * c) - 2)) / (16 * c * rho));
  const f1 = 1 + gamma;
  const f3 = (1 - 4 * gamma) * Math.exp((-2 * (1 - rho)) / (3 * rho));
  const f4 = Math.min(1, (f1 + f3) / 2);
  const psi = ca2 + cs2 >= 2 ? 1 : f4 ** (2 - ca2 - cs2);
  if (ca2 === cs2) return psi;
  if (ca2 > cs2) return (4 * (ca2 - cs2) * f1 + cs2 * psi) / (4 * ca2 - 3 * cs2);
  return ((cs2 - ca2) * f3 + (cs2 + 3 * ca2) * psi) / (2 * (ca2 + cs2));
}
