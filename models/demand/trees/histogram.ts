import { BINS, type BinnedColumns } from './binned-columns.ts';

/** For each feature and bin: how many rows, and the sum of their gradients. Gradients of the absolute error are −1, 0 and 1. */
export interface GradientHistogram {
  readonly counts: Int32Array;
  readonly sums: Int32Array;
}

/** Room for all features. */
export function emptyHistogram(features: number): GradientHistogram {
  return { counts: new Int32Array(features * BINS), sums: new Int32Array(features * BINS) };
}

/** Counts rows[from … to) into a histogram that is cleared first. */
export function fillHistogram(
  into: GradientHistogram,
  { bins }: BinnedColumns,
  features: readonly number[],
  rows: Int32Array,
  span: { readonly from: number; readonly to: number },
  gradient: Int8Array,
): void {
  const { counts, sums } = into;
  counts.fill(0);
  sums.fill(0);
  for (const feature of features) {
    const column = bins[feature]!;
    const offset = feature * BINS;
    for (let i = span.from; i < span.to; i++) {
      const row = rows[i]!;
      const at = offset + column[row]!;
      counts[at]!++;
      sums[at]! += gradient[row]!;
    }
  }
}

/** Takes a part away from a whole, in place: the histogram of the other child for free. */
export function subtractHistogram(whole: GradientHistogram, part: GradientHistogram): void {
  for (let i = 0; i < whole.counts.length; i++) {
    whole.counts[i]! -= part.counts[i]!;
    whole.sums[i]! -= part.sums[i]!;
  }
}

/** The best place to cut a node in two. */
export interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

/**
 * The cut with the largest gain: G_l²/n_l + G_r²/n_r − G²/n, with at least `leafRows` rows on both sides; null when none gains.
 *
 * @example bestSplit({ counts: new Int32Array(64).fill(1, 1, 3), sums: Int32Array.from({ length: 64 }, (_, i) => (i === 1 ? -1 : i === 2 ? 1 : 0)) }, [0], 2, 0, 1).bin // => 1
 */
export function bestSplit(
  { counts, sums }: GradientHistogram,
  features: readonly number[],
  rows: number,
  sum: number,
  leafRows: number,
): Split | null {
  let best: Split | null = null;
  let most = (sum * sum) / rows + 1e-9;
  const whole = most;
  for (const feature of features) {
    let leftRows = 0;
    let leftSum = 0;
    for (let bin = 0; bin < BINS - 1; bin++) {
      const at = feature * BINS + bin;
      if (counts[at] === 0) continue;
      leftRows += counts[at]!;
      leftSum += sums[at]!;
      if (leftRows < leafRows) continue;
      if (rows - leftRows < leafRows) break;
      const rightSum = sum - leftSum;
      const score = (leftSum * leftSum) / leftRows + (rightSum * rightSum) / (rows - leftRows);
      if (score <= most) continue;
      most = score;
      best = { feature, bin, gain: score - whole };
    }
  }
  return best;
}
