import { nelderMead } from './nelder-mead.ts';

/** Distribution of block maxima: location, scale and shape; shape 0 is Gumbel's. */
export interface ExtremeValueFit {
  readonly location: number;
  readonly scale: number;
  readonly shape: number;
  /** Negative logarithm of the likelihood. */
  readonly deviance: number;
}

/** Shapes nearer to 0 are computed as 0: the formulas divide by it. */
const FLAT = 1e-6;
const EULER = 0.5772156649015329;
/** Fewer maxima do not determine three numbers. */
const FEWEST_MAXIMA = 20;

function negativeLogLikelihood(maxima: ArrayLike<number>, location: number, scale: number, shape: number): number {
  if (!(scale > 0)) return Number.POSITIVE_INFINITY;
  let sum = maxima.length * Math.log(scale);
  for (let i = 0; i < maxima.length; i++) {
    const z = (maxima[i]! - location) / scale;
    const inner = 1 + shape * z;
    if (inner <= 0) return Number.POSITIVE_INFINITY;
    const logTail = Math.abs(shape) < FLAT ? z : Math.log(inner) / shape;
    sum += (1 + (Math.abs(shape) < FLAT ? 0 : shape)) * logTail + Math.exp(-logTail);
  }
  return sum;
}

/**
 * Generalised extreme value distribution of block maxima by maximum likelihood: G(x) = exp(−(1 + ξ(x − μ)/σ)^(−1/ξ)). Null for fewer than 20 maxima.
 *
 * Source: S. Coles, An Introduction to Statistical Modeling of Extreme Values (2001), ch. 3. Valid for maxima without a trend: demand that grows has none
 * such, so fit what is left after the forecast.
 */
export function fitExtremeValue(maxima: ArrayLike<number>): ExtremeValueFit | null {
  if (maxima.length < FEWEST_MAXIMA) return null;
  const values = Array.from(maxima);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  const scale = (deviation * Math.sqrt(6)) / Math.PI;
  const found = nelderMead(
    ([location, logScale, shape]) => negativeLogLikelihood(maxima, location!, Math.exp(logScale!), shape!),
    [mean - EULER * scale, Math.log(scale), 0.05],
    [scale / 2, 0.2, 0.1],
  );
  return { location: found.at[0]!, scale: Math.exp(found.at[1]!), shape: found.at[2]!, deviance: found.value };
}

/**
 * Level exceeded once in `blocks` blocks on average: μ + σ/ξ·((−ln(1 − 1/T))^(−ξ) − 1).
 *
 * @example returnLevel({ location: 0, scale: 1, shape: 0, deviance: 0 }, 100) // => 4.6001
 */
export function returnLevel({ location, scale, shape }: ExtremeValueFit, blocks: number): number {
  const reduced = -Math.log1p(-1 / blocks);
  if (Math.abs(shape) < FLAT) return location - scale * Math.log(reduced);
  return location + (scale / shape) * (reduced ** -shape - 1);
}
