import type { BinnedColumns } from './binned-columns.ts';

/**
 * For each feature and bin how many rows, and the sum of their gradients, in one number: counting a row is one addition. Gradients of the absolute error are
 * −1, 0 and 1; see `codeOf`.
 */
export type GradientHistogram = Float64Array;

/** Room for the sums below the counts: more than twice the rows there can be. */
const COUNT = 2 ** 24;
/** Exact, as that is a power of two. */
const PER_COUNT = 1 / COUNT;

/** What a row with this gradient adds to its bins. */
export const codeOf = (gradient: number): number => COUNT + gradient + 1;

/** Room for the bins of all features. */
export const emptyHistogram = ({ starts, features }: BinnedColumns): GradientHistogram => new Float64Array(starts[features]!);

/** Counts rows[from … to) into a histogram that is cleared first; features that are not used are left at 0. */
export function fillHistogram(
  into: GradientHistogram,
  { features: width, cells }: BinnedColumns,
  features: Int32Array,
  rows: Int32Array,
  span: { readonly from: number; readonly to: number },
  code: Float64Array,
): void {
  into.fill(0);
  const used = features.length;
  for (let i = span.from; i < span.to; i++) {
    const row = rows[i]!;
    const begin = row * width;
    const adds = code[row]!;
    for (let f = 0; f < used; f++) into[cells[begin + features[f]!]!]! += adds;
  }
}

/** Takes a part away from a whole, in place: the histogram of the other child for free. */
export function subtractHistogram(whole: GradientHistogram, part: GradientHistogram): void {
  for (let i = 0; i < whole.length; i++) whole[i]! -= part[i]!;
}

/** The best place to cut a node in two, and the sum of the gradients that go left. */
export interface Split {
  readonly feature: number;
  /** The last cell that goes left. */
  readonly cell: number;
  readonly gain: number;
  readonly leftSum: number;
}

/**
 * The cut with the largest gain: G_l²/n_l + G_r²/n_r − G²/n, with at least `leafRows` rows on both sides; null when none gains.
 *
 * @param starts the bins of feature f are the places from starts[f] to starts[f + 1]
 * @example bestSplit(new Float64Array(64).fill(codeOf(-1), 1, 2).fill(codeOf(1), 2, 3), Int32Array.of(0, 64), Int32Array.of(0), { rows: 2, sum: 0, leafRows: 1 }).cell // => 1
 */
export function bestSplit(
  histogram: GradientHistogram,
  starts: Int32Array,
  features: Int32Array,
  { rows, sum, leafRows }: { readonly rows: number; readonly sum: number; readonly leafRows: number },
): Split | null {
  const whole = (sum * sum) / rows + 1e-9;
  let [most, bestFeature, bestCell, bestSum] = [whole, -1, 0, 0];
  for (let f = 0; f < features.length; f++) {
    const feature = features[f]!;
    const end = starts[feature + 1]! - 1;
    let left = 0;
    for (let cell = starts[feature]!; cell < end; cell++) {
      const here = histogram[cell]!;
      if (here === 0) continue;
      left += here;
      const leftRows = Math.floor(left * PER_COUNT);
      if (leftRows < leafRows) continue;
      if (rows - leftRows < leafRows) break;
      const leftSum = left - leftRows * COUNT - leftRows;
      const rightSum = sum - leftSum;
      const score = (leftSum * leftSum) / leftRows + (rightSum * rightSum) / (rows - leftRows);
      if (score <= most) continue;
      [most, bestFeature, bestCell, bestSum] = [score, feature, cell, leftSum];
    }
  }
  return bestFeature < 0 ? null : { feature: bestFeature, cell: bestCell, gain: most - whole, leftSum: bestSum };
}
