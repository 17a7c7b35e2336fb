import { nelderMead } from '../../../numeric/nelder-mead.ts';

/** Fitted tail above a threshold: scale β and shape ξ with their standard errors, and the share of values above. */
export interface TailFit {
  readonly threshold: number;
  readonly scale: number;
  readonly shape: number;
  readonly scaleError: number;
  readonly shapeError: number;
  readonly exceedances: number;
  /** Share of all values above the threshold. */
  readonly share: number;
}

/** A tail is not fitted to fewer values. */
const FEWEST_EXCEEDANCES = 30;
const FLAT = 1e-6;

/**
 * Generalised Pareto distribution of what exceeds a threshold, by maximum likelihood: P(X > u + y | X > u) = (1 + ξ·y/β)^(−1/ξ).
 *
 * @returns null for fewer than 30 exceedances: a guess about the tail would look like knowledge
 *
 * Source: A. J. McNeil, Estimating the tails of loss severity distributions using extreme value theory, ASTIN Bulletin 27 (1997); errors from the expected
 * information, R. L. Smith (1987). Valid for independent values: residuals of a forecast, clusters taken apart.
 */
export function fitTail(values: ArrayLike<number>, threshold: number): TailFit | null {
  const excess = Float64Array.from(values)
    .filter((value) => value > threshold)
    .map((value) => value - threshold);
  const count = excess.length;
  if (count < FEWEST_EXCEEDANCES) return null;
  const mean = excess.reduce((sum, value) => sum + value, 0) / count;
  const found = nelderMead(
    ([logScale, shape]) => {
      const scale = Math.exp(logScale!);
      let sum = count * Math.log(scale);
      for (const y of excess) {
        const inner = 1 + (shape! * y) / scale;
        if (inner <= 0) return Number.POSITIVE_INFINITY;
        sum += Math.abs(shape!) < FLAT ? y / scale : (1 + 1 / shape!) * Math.log(inner);
      }
      return sum;
    },
    [Math.log(mean), 0.1],
    [0.3, 0.2],
  );
  const scale = Math.exp(found.at[0]!);
  const shape = found.at[1]!;
  return {
    threshold,
    scale,
    shape,
    scaleError: scale * Math.sqrt((2 * (1 + shape)) / count),
    shapeError: (1 + shape) / Math.sqrt(count),
    exceedances: count,
    share: count / values.length,
  };
}

/**
 * Quantile beyond the threshold: u + β/ξ·(((1 − p)/ζ)^(−ξ) − 1), ζ the share above u. Valid for p ≥ 1 − ζ.
 *
 * @example tailQuantile({ threshold: 0, scale: 1, shape: 0, scaleError: 0, shapeError: 0, exceedances: 1, share: 1 }, 0.5) // => 0.6931
 */
export function tailQuantile({ threshold, scale, shape, share }: TailFit, level: number): number {
  const rest = (1 - level) / share;
  return threshold + (Math.abs(shape) < FLAT ? -scale * Math.log(rest) : (scale / shape) * (rest ** -shape - 1));
}
