/**
 * Factor of the waits of arrivals that are more regular than Poisson: fewer find all servers busy than Erlang C says.
 *
 *   g = exp(−2(1 − ρ)/(3ρ)·(1 − ca²)²/(ca² + cs²)) for ca² < 1, else 1
 *
 *   ρ  utilisation   ca², cs²  squared coefficients of variation of the times between arrivals and of the service
 *
 * Source: Krämer and Langenbach-Belz 1976. Valid for: one server exactly enough; several servers within a few percent at ρ ≥ 0.7.
 * @example regularity(0, 1, 0.8) // => 0.8464817249
 */
export function regularity(ca2: number, cs2: number, utilisation: number): number {
  if (ca2 >= 1 || utilisation === 0) return 1;
  return Math.exp(((-2 * (1 - utilisation)) / (3 * utilisation)) * ((1 - ca2) ** 2 / (ca2 + cs2)));
}
