export interface GgcShape {
  readonly utilisation: number;
  readonly servers: number;
  readonly ca2: number;
  readonly cs2: number;
}

/** Largest relative error with which a formula may answer; beyond it the system is simulated. */
export const LARGEST_FORMULA_ERROR = 0.25;

/** Utilisations below which two moments do not fix the percentiles, whatever the bound of the mean: Poisson or smoother arrivals, and bursty ones. */
const LEAST_UTILISATION = { smooth: 0.8, bursty: 0.9 };

/**
 * Largest relative error of the G/G/c formulas, for the mean wait and for percentiles from the 95th up.
 * Used to state the error of an answer and to decide when only a simulation will do (Infinity: no formula).
 *
 *   x = (1 − ρ)√c
 *   mean         ca² = 1: 0.015 + x·max(0.03, 0.045(cs² − 1)) · ca² < 1: max(1, cs²/4)(0.2x + 0.28x²) + 0.005 · ca² > 1: 0.3(ca² − 1)^0.45 x + 0.005
 *   percentiles  ca² ≤ 1: 0.06 + 0.3x · ca² > 1: 0.12 + 0.25x
 *
 *   ρ  utilisation   c  servers   ca², cs²  squared coefficients of variation
 *
 * An envelope over exact solutions (matrix-geometric, Crommelin) of 17 systems from D/M to H2/M with ca² and cs² up to 9, c from 1 to 20 and ρ from 0.5
 * to 0.98, and of simulations for the percentiles: errors vanish in heavy traffic and grow with x. The reference values are those of the tests.
 * Valid for: gamma, Erlang, exponential and balanced hyperexponential times; two moments alone bound nothing tighter than `gi1Bounds`.
 * @example ggcErrorBound({ utilisation: 0.9, servers: 4, ca2: 1, cs2: 1 }) // => 0
 */
export function ggcErrorBound({ utilisation, servers, ca2, cs2 }: GgcShape): number {
  if (ca2 === 1 && cs2 === 1) return 0;
  if (utilisation < (ca2 > 1 ? LEAST_UTILISATION.bursty : LEAST_UTILISATION.smooth)) return Number.POSITIVE_INFINITY;
  const x = (1 - utilisation) * Math.sqrt(servers);
  const percentiles = ca2 > 1 ? 0.12 + 0.25 * x : 0.06 + 0.3 * x;
  return Math.max(percentiles, meanBound(x, ca2, cs2));
}

function meanBound(x: number, ca2: number, cs2: number): number {
  if (ca2 === 1) return 0.015 + x * Math.max(0.03, 0.045 * (cs2 - 1));
  if (ca2 < 1) return 0.005 + Math.max(1, cs2 / 4) * (0.2 * x + 0.28 * x * x);
  return 0.005 + 0.3 * (ca2 - 1) ** 0.45 * x;
}
