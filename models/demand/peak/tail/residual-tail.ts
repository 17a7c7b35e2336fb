import { normalQuantileOfTail } from '../../../distributions/normal.ts';
import type { ForecastTail } from '../../../results/forecast/forecast.ts';
import { interpolatedQuantileOf } from '../../../statistics/interpolated-quantile.ts';
import type { PastErrors } from '../past-errors.ts';
import { fitTail, tailQuantile } from './generalised-pareto.ts';
import { tailError } from './tail-error.ts';

/** Share of errors below the threshold, and of days below the stated level: one day in about three years exceeds it. */
const THRESHOLD = 0.9;
const LEVEL = 0.999;
/** Days below the threshold that separate two clusters. */
const GAP = 2;
/** Standard errors to each side of a 95 % interval: two tails of 2.5 %. */
const REACH = normalQuantileOfTail(0.025);
/** The errors of the fit are known above it. */
const LEAST_SHAPE = -0.5;

/**
 * Rare errors beyond a forecast, as a generalised Pareto tail. It is fitted on the log scale to errors of past forecasts, taken as far
 * ahead as the origins are apart so that none counts twice, and to the highest of each cluster above their 90 % quantile.
 *
 * Source: peaks over threshold on what is left after the season, Á. Bozóki and A. Pataricza, Extreme value analysis for capacity design, IJCC 7 (2018);
 * clusters by runs, S. Coles (2001), §5.3.2.
 * @returns null for fewer than 30 clusters, and for a shape whose errors are unknown
 */
export function residualTail({ errors, block }: Pick<PastErrors, 'errors' | 'block'>): ForecastTail | null {
  const residuals = errors.flatMap((row) => Array.from(row.subarray(0, block))).filter(Number.isFinite);
  const threshold = interpolatedQuantileOf(residuals, THRESHOLD);
  const fit = fitTail(declustered(residuals, threshold), threshold);
  if (fit === null || fit.shape <= LEAST_SHAPE) return null;
  const beyond = tailQuantile(fit, LEVEL);
  const error = REACH * tailError(fit, LEVEL);
  return {
    level: LEVEL,
    factor: Math.exp(beyond),
    low: Math.exp(beyond - error),
    high: Math.exp(beyond + error),
    exceedances: fit.exceedances,
    threshold: Math.exp(threshold),
    shape: fit.shape,
  };
}

/** The values with all but the highest of each cluster taken down to the threshold. */
function declustered(values: readonly number[], threshold: number): Float64Array {
  const out = Float64Array.from(values);
  let highest = -1;
  let below = GAP;
  for (let i = 0; i < out.length; i++) {
    if (out[i]! <= threshold) {
      below++;
      continue;
    }
    const continues = highest >= 0 && below < GAP;
    below = 0;
    if (continues && out[i]! <= out[highest]!) out[i] = threshold;
    else {
      if (continues) out[highest] = threshold;
      highest = i;
    }
  }
  return out;
}
