import math from 'mathjs/lib/browser/math.js';
import type { LeastSquaresFit } from './levenberg-marquardt.ts';

/**
 * Standard errors of the parameters of a least squares fit; 0 for a parameter held at its bound 0.
 *
 *   √(s² · ((JᵀJ)⁻¹)_ii),  s² = Σ r²/degrees
 *
 * Parameters at 0 are taken out before the inversion, since the fit moved only the others. Columns are scaled to length one first: κ and γ differ
 * by eight orders of magnitude.
 * @example standardErrors({ parameters: [2], sumOfSquares: 4, information: [[4]] }, [2], 1) // => [1]
 */
export function standardErrors({ information, sumOfSquares }: LeastSquaresFit, parameters: readonly number[], degrees: number): number[] {
  const free = parameters.flatMap((value, i) => (value > 0 ? [i] : []));
  const lengths = free.map((i) => Math.sqrt(information[i]![i]!));
  const scaled = free.map((i, row) => free.map((j, column) => information[i]![j]! / (lengths[row]! * lengths[column]!)));
  const inverse = math.inv(scaled) as number[][];
  const errors = parameters.map(() => 0);
  free.forEach((i, row) => {
    errors[i] = Math.sqrt((Math.max(0, inverse[row]![row]!) * sumOfSquares) / degrees) / lengths[row]!;
  });
  return errors;
}
