import { crossing } from '../numeric/search.ts';
import { erfc } from './erfc.ts';

/**
 * Standard normal density φ(z) = e^{−z²/2}/√(2π).
 * @example normalDensity(0) // => 0.3989422804
 */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * Standard normal probability beyond z, P(Z > z) = erfc(z/√2)/2; no cancellation in either tail for z ≥ 0.
 * @example normalTail(0) // => 0.5
 */
export function normalTail(z: number): number {
  return erfc(z / Math.SQRT2) / 2;
}

/**
 * The z beyond which a standard normal lies with probability `beyond`, 0 < beyond < 1, to about 1e-12, by halving.
 * @example normalQuantileOfTail(0.5) // => 0
 */
export function normalQuantileOfTail(beyond: number): number {
  if (beyond > 0.5) return -normalQuantileOfTail(1 - beyond);
  return crossing(normalTail, beyond, 1);
}
