import type { DailyHistory } from './daily-history.ts';
import { type DailyRidge, PENALTY } from './daily-ridge.ts';

/** What is learned day by day from few days each: most of these effects are near nothing, a few are large. */
const SPARSE = ['holiday', 'month', 'week'] as const;
const LEAST = 0.05;
const MOST = 4;

/**
 * Penalties of the regression, learned from a first fit with one penalty for all: the variance of the noise over that of the effect, the latter half
 * its own, half that of all effects of its kind.
 *
 *   λ_j = σ² / (b_j²/2 + mean b²/2),  kept between 0.05 and 4
 *
 * One penalty for all takes a fifth off a festival that came once, and leaves noise in the many days around lesser holidays.
 *
 * Source: iteratively reweighted ridge, Y. Grandvalet, Least absolute shrinkage is equivalent to quadratic penalization, ICANN (1998).
 */
export function effectPenalties({ design, fit, value }: DailyRidge, { known }: DailyHistory): Float64Array {
  const missed = known.map((log, i) => (log - value[i]!) ** 2).filter(Number.isFinite);
  const noise = mean(missed);
  const squares = fit.coefficients.map((b) => b * b);
  const penalties = new Float64Array(squares.length).fill(PENALTY);
  for (const component of SPARSE) {
    const ofKind = squares.filter((_, j) => design.component[j] === component);
    const usual = mean(ofKind);
    for (const [j, square] of squares.entries()) {
      if (design.component[j] === component) penalties[j] = Math.min(Math.max((2 * noise) / Math.max(square + usual, 1e-12), LEAST), MOST);
    }
  }
  return penalties;
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
