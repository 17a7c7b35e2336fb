/** Terms e^40 below the largest change nothing in a double. */
const NEGLIGIBLE = -40;

/**
 * Convolution of two series of positive terms given by their logarithms: ln Σ_k e^{a(k) + b(n − k)} for every n.
 * Used for normalising constants, which leave floating point at a few hundred users.
 * Minus infinity stands for a zero. The largest term is taken out of each sum, so that nothing overflows.
 * @example convolve(Float64Array.of(0, 0), Float64Array.of(0, 0))[1] // => 0.6931471806
 */
export function convolve(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let n = 0; n < a.length; n++) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k <= n; k++) {
      const term = a[k]! + b[n - k]!;
      if (term > largest) largest = term;
    }
    if (largest === Number.NEGATIVE_INFINITY) {
      result[n] = largest;
      continue;
    }
    let sum = 0;
    for (let k = 0; k <= n; k++) {
      const term = a[k]! + b[n - k]! - largest;
      if (term > NEGLIGIBLE) sum += Math.exp(term);
    }
    result[n] = largest + Math.log(sum);
  }
  return result;
}
