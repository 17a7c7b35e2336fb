import { mustBe } from '../numeric/must-be.ts';
import { crossing } from '../numeric/search.ts';

/**
 * Probability that Student's t with n degrees of freedom exceeds t ≥ 0.
 *
 *   n odd   1/2 − (θ + sin θ (cos θ + (2/3)cos³θ + … ))/π;   n even  1/2 − sin θ (1 + (1/2)cos²θ + … )/2;   θ = atan(t/√n)
 *
 * Exact finite sums of n/2 terms for whole n; tails below 1e-12 lose their digits to the difference.
 * Source: Abramowitz and Stegun 26.7.3 and 26.7.4.
 * @example studentTail(1, 1) // => 0.25
 */
export function studentTail(t: number, degrees: number): number {
  const theta = Math.atan(t / Math.sqrt(degrees));
  const cosine2 = Math.cos(theta) ** 2;
  const odd = degrees % 2 === 1;
  let term = odd ? Math.cos(theta) : 1;
  let sum = 0;
  for (let k = odd ? 3 : 2; k <= degrees; k += 2) {
    sum += term;
    term *= ((k - 1) / k) * cosine2;
  }
  const inside = odd ? (2 / Math.PI) * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum;
  return (1 - inside) / 2;
}

/**
 * The t that Student's t with n degrees of freedom exceeds with probability `beyond`, below one half; by halving.
 * @example studentQuantileOfTail(0.025, 4) // => 2.776445
 */
export function studentQuantileOfTail(beyond: number, degrees: number): number {
  mustBe.whole('degrees', degrees, 1, 1e7);
  return crossing((t) => studentTail(t, degrees), beyond, 1);
}
