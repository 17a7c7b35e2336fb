import { rowTimes, type SparseRows } from './sparse-rows.ts';

/** A fitted ridge regression. */
export interface RidgeFit {
  readonly level: number;
  readonly coefficients: Float64Array;
}

/**
 * Ridge regression with a free level: minimises Σ w·(y − level − x·b)² + λ·Σ b². The level is not penalised: with it, a strong penalty
 * would move the level into the trend.
 *
 * @param target one value a row; rows whose weight is 0 or whose target is not finite are left out
 * @param weight one a row, or nothing for 1
 * @param penalty λ in rows: how many rows of evidence it takes to halve the shrinkage; one for all, or one a column
 * @returns null when no row is left
 *
 * Source: A. E. Hoerl, R. W. Kennard, Ridge regression, Technometrics 12 (1970). Normal equations by Cholesky; fine for some hundred columns.
 */
export function ridge(
  rows: SparseRows,
  target: ArrayLike<number>,
  weight: ArrayLike<number> | null,
  penalty: Float64Array,
): RidgeFit | null {
  const size = rows.columns + 1;
  const gram = new Float64Array(size * size);
  const right = new Float64Array(size);
  let total = 0;
  for (let r = 0; r < rows.rows; r++) {
    const w = weight === null ? 1 : weight[r]!;
    const y = target[r]!;
    if (!(w > 0) || !Number.isFinite(y)) continue;
    accumulate(rows, r, w, y, gram, right);
    total += w;
  }
  if (total === 0) return null;
  const level = rows.columns;
  for (let j = 0; j < rows.columns; j++) gram[j * size + j]! += Math.max(penalty[j]!, 1e-9);
  const solution = solvePositive(gram, right, size);
  return { level: solution[level]!, coefficients: solution.subarray(0, level) };
}

/** Adds one row to the upper half of the normal equations; the level is the last column. */
function accumulate(rows: SparseRows, r: number, w: number, y: number, gram: Float64Array, right: Float64Array): void {
  const { starts, column, value } = rows;
  const size = right.length;
  const end = starts[r + 1]!;
  for (let a = starts[r]!; a < end; a++) {
    const i = column[a]!;
    const wx = w * value[a]!;
    right[i]! += wx * y;
    gram[i * size + size - 1]! += wx;
    for (let b = starts[r]!; b < end; b++) if (column[b]! >= i) gram[i * size + column[b]!]! += wx * value[b]!;
  }
  right[size - 1]! += w * y;
  gram[size * size - 1]! += w;
}

/** Solves a symmetric positive definite system given by its upper half, in place: A = UᵀU. */
function solvePositive(upper: Float64Array, right: Float64Array, size: number): Float64Array {
  for (let k = 0; k < size; k++) {
    const pivot = Math.sqrt(Math.max(upper[k * size + k]!, 1e-12));
    for (let j = k; j < size; j++) upper[k * size + j]! /= pivot;
    for (let i = k + 1; i < size; i++) {
      const factor = upper[k * size + i]!;
      if (factor === 0) continue;
      for (let j = i; j < size; j++) upper[i * size + j]! -= factor * upper[k * size + j]!;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) right[i]! -= upper[k * size + i]! * right[k]!;
    right[i]! /= upper[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let j = i + 1; j < size; j++) right[i]! -= upper[i * size + j]! * right[j]!;
    right[i]! /= upper[i * size + i]!;
  }
  return right;
}

/**
 * Fitted value of a row.
 *
 * @example ridgeValue({ level: 1, coefficients: Float64Array.of(2) }, { rows: 1, columns: 1, starts: Int32Array.of(0, 1), column: Int32Array.of(0), value: Float64Array.of(3) }, 0) // => 7
 */
export function ridgeValue(fit: RidgeFit, rows: SparseRows, row: number): number {
  return fit.level + rowTimes(rows, row, fit.coefficients);
}
