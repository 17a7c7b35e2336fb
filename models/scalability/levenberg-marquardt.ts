import math from 'mathjs/lib/browser/math.js';
import { Refusal } from '../refusal.ts';

export interface LeastSquaresProblem {
  /** Residuals (observed − predicted) and their derivatives, one row an observation, by the parameters. */
  readonly evaluate: (parameters: readonly number[]) => {
    readonly residuals: readonly number[];
    readonly jacobian: readonly (readonly number[])[];
  };
  readonly start: readonly number[];
  /** Parameters are kept at or above these. */
  readonly atLeast: readonly number[];
}

export interface LeastSquaresFit {
  readonly parameters: readonly number[];
  readonly sumOfSquares: number;
  /** Σ J_i J_j at the solution: its inverse times the residual variance is the covariance. */
  readonly information: readonly (readonly number[])[];
}

const MOST_STEPS = 500;
const FIRST_DAMPING = 1e-3;
const SMALLEST_CHANGE = 1e-11;

/**
 * Nonlinear least squares with lower bounds by Levenberg–Marquardt. Used to fit the Universal Scalability Law.
 *
 *   (JᵀJ + d·diag(JᵀJ)) Δ = −Jᵀr over the parameters that are not held at a bound; p ← max(bound, p + Δ)
 *
 * Each column is scaled to length one before mathjs inverts the matrix, since parameters differ by eight orders of magnitude. A parameter
 * on its bound is held while the gradient pushes it further out. The damping d falls tenfold after a step that lowers the sum of squares,
 * and grows tenfold after one that does not. Source: Marquardt 1963; Moré 1978 (scaling).
 *
 * Why not a package: `ml-levenberg-marquardt` 5.1.0 returns the start values of R's `usl` example unchanged and reports no failure; with
 * differences tuned by hand it reaches the same fit in 20 ms, this function in 2 ms from exact derivatives, and `fitCapacity` fits 500 times.
 *
 * Throws a Refusal (`no-answer`) when 500 steps do not settle.
 * @example levenbergMarquardt({ evaluate: ([p]) => ({ residuals: [3 - p], jacobian: [[-1]] }), start: [0], atLeast: [-10] }).sumOfSquares < 1e-12 // => true
 */
export function levenbergMarquardt({ evaluate, start, atLeast }: LeastSquaresProblem): LeastSquaresFit {
  let parameters = start;
  let state = normalEquations(evaluate(parameters));
  let damping = FIRST_DAMPING;
  for (let step = 0; step < MOST_STEPS; step++) {
    const free = parameters.map((value, i) => value > atLeast[i]! || state.gradient[i]! < 0);
    const change = solveFree(state, free, damping);
    const next = parameters.map((value, i) => Math.max(atLeast[i]!, value + change[i]!));
    const trial = normalEquations(evaluate(next));
    const settled = next.every((value, i) => Math.abs(value - parameters[i]!) <= SMALLEST_CHANGE * (Math.abs(value) + SMALLEST_CHANGE));
    if (trial.sumOfSquares <= state.sumOfSquares) {
      [parameters, state] = [next, trial];
      damping = Math.max(1e-12, damping / 10);
    } else damping *= 10;
    if (settled || damping > 1e15) return { parameters, sumOfSquares: state.sumOfSquares, information: state.information };
  }
  throw new Refusal(
    'no-answer',
    `the least squares fit did not settle in ${MOST_STEPS} steps; give more steps of load, over a wider range`,
  );
}

interface NormalEquations {
  readonly sumOfSquares: number;
  /** Half the derivative of the sum of squares. */
  readonly gradient: readonly number[];
  readonly information: readonly (readonly number[])[];
}

function normalEquations({ residuals, jacobian }: ReturnType<LeastSquaresProblem['evaluate']>): NormalEquations {
  const size = jacobian[0]!.length;
  const columns = Array.from({ length: size }, (_, i) => jacobian.map((row) => row[i]!));
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  return {
    sumOfSquares: dot(residuals, residuals),
    gradient: columns.map((column) => dot(column, residuals)),
    information: columns.map((a) => columns.map((b) => dot(a, b))),
  };
}

/** The damped step of the free parameters; zero for the held ones. */
function solveFree({ gradient, information }: NormalEquations, free: readonly boolean[], damping: number): number[] {
  const indices = free.flatMap((isFree, i) => (isFree && information[i]![i]! > 0 ? [i] : []));
  const change = free.map(() => 0);
  if (indices.length === 0) return change;
  const lengths = indices.map((i) => Math.sqrt(information[i]![i]!));
  const scaled = indices.map((i, row) =>
    indices.map((j, column) => (row === column ? 1 + damping : information[i]![j]! / (lengths[row]! * lengths[column]!))),
  );
  const inverse = math.inv(scaled) as number[][];
  indices.forEach((i, row) => {
    const step = indices.reduce((sum, j, column) => sum - (inverse[row]![column]! * gradient[j]!) / lengths[column]!, 0);
    change[i] = step / lengths[row]!;
  });
  return change;
}
