/**
 * How much chance speaks against k or more of n, each with probability p: the exponent of Hoeffding's bound.
 *
 *   P(K ≥ k) ≤ exp(−n · KL(k/n ‖ p)),   KL(q ‖ p) = q ln(q/p) + (1 − q) ln((1 − q)/(1 − p)),   k/n > p
 *
 * Source: W. Hoeffding, Probability inequalities for sums of bounded random variables, JASA 58 (1963), theorem 1. For independent trials.
 *
 * @example chanceExponent(2, 2, 0.5) // => 1.3862943611198906
 */
export function chanceExponent(n: number, k: number, p: number): number {
  const q = k / n;
  if (!(q > p)) return 0;
  const rest = q === 1 ? 0 : (1 - q) * Math.log((1 - q) / (1 - p));
  return n * (q * Math.log(q / p) + rest);
}
