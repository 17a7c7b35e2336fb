import type { TailFit } from './generalised-pareto.ts';

const FLAT = 1e-6;

/**
 * Standard error of a quantile beyond the threshold, by the delta method from the expected information of scale β and shape ξ over n exceedances:
 *
 *   x = u + β/ξ·(r^(−ξ) − 1),  r = (1 − p)/ζ;   var β = 2β²(1 + ξ)/n,  var ξ = (1 + ξ)²/n,  cov = −β(1 + ξ)/n
 *
 * Source: R. L. Smith, Estimating tails of probability distributions, Annals of Statistics 15 (1987). Valid for ξ above −1/2; the true error is skewed to the
 * right for small n.
 * @example tailError({ threshold: 0, scale: 1, shape: 0, scaleError: 0, shapeError: 0, exceedances: 100, share: 1 }, 1 - Math.exp(-1)) // => 0.1118
 */
export function tailError({ scale, shape, exceedances, share }: TailFit, level: number): number {
  const rest = (1 - level) / share;
  const log = -Math.log(rest);
  const flat = Math.abs(shape) < FLAT;
  const byScale = flat ? log : (rest ** -shape - 1) / shape;
  const byShape = flat ? (scale * log * log) / 2 : (scale * rest ** -shape * log) / shape - (scale * byScale) / shape;
  const room = 1 + shape;
  const variance = 2 * scale ** 2 * room * byScale ** 2 + room ** 2 * byShape ** 2 - 2 * scale * room * byScale * byShape;
  return Math.sqrt(variance / exceedances);
}
