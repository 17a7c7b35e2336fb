import type { BinnedColumns } from './binned-columns.ts';
import { bestSplit, emptyHistogram, fillHistogram, type GradientHistogram, type Split, subtractHistogram } from './histogram.ts';
import { quantileOfPart } from './quantile-of-part.ts';
import type { Tree } from './tree.ts';

export interface GrowOptions {
  readonly leaves: number;
  /** Fewest rows in a leaf. */
  readonly leafRows: number;
}

/** A node that may still be cut: its rows stand together in `rows`. */
interface Open {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly sum: number;
  readonly histogram: GradientHistogram;
  readonly split: Split | null;
}

/** Rows and what is known of them while one tree grows. */
export interface GrowInput {
  readonly columns: BinnedColumns;
  /** Features this tree may use. */
  readonly features: readonly number[];
  /** Rows this tree is grown from; their order is changed. */
  readonly rows: Int32Array;
  /** Sign of the residual, by row of the matrix. */
  readonly gradient: Int8Array;
  /** Residual by row of the matrix: a leaf takes the median of it, which minimises the absolute error. */
  readonly residual: Float64Array;
}

/**
 * Grows one tree leaf by leaf, always cutting where the gain is largest.
 *
 * Source: G. Ke et al., LightGBM, NIPS 30 (2017) for histograms and leaf-wise growth; J. H. Friedman, Greedy function approximation, Annals of
 * Statistics 29 (2001), algorithm 3, for the medians.
 */
export function growTree(input: GrowInput, { leaves, leafRows }: GrowOptions): Tree {
  const size = 2 * leaves - 1;
  const tree: Tree = {
    feature: new Int16Array(size).fill(-1),
    bin: new Uint8Array(size),
    left: new Int16Array(size),
    right: new Int16Array(size),
    value: new Float64Array(size),
  };
  const features = input.columns.bins.length;
  const open = (node: number, from: number, to: number, sum: number, histogram: GradientHistogram): Open => ({
    node,
    from,
    to,
    sum,
    histogram,
    split: bestSplit(histogram, input.features, to - from, sum, leafRows),
  });
  const root = emptyHistogram(features);
  fillHistogram(root, input.columns, input.features, input.rows, { from: 0, to: input.rows.length }, input.gradient);
  const nodes = [open(0, 0, input.rows.length, sumOf(input, 0, input.rows.length), root)];
  for (let used = 1; used + 2 <= size; used += 2) {
    const next = nodes.reduce<Open | null>((best, one) => ((one.split?.gain ?? 0) > (best?.split?.gain ?? 0) ? one : best), null);
    if (next === null || next.split === null) break;
    const { feature, bin } = next.split;
    const middle = partition(input.columns.bins[feature]!, bin, input.rows, next.from, next.to);
    tree.feature[next.node] = feature;
    tree.bin[next.node] = bin;
    tree.left[next.node] = used;
    tree.right[next.node] = used + 1;
    const leftSum = sumOf(input, next.from, middle);
    const smallLeft = middle - next.from <= next.to - middle;
    const small = emptyHistogram(features);
    const span = smallLeft ? { from: next.from, to: middle } : { from: middle, to: next.to };
    fillHistogram(small, input.columns, input.features, input.rows, span, input.gradient);
    subtractHistogram(next.histogram, small);
    const [left, right] = smallLeft ? [small, next.histogram] : [next.histogram, small];
    nodes.splice(nodes.indexOf(next), 1);
    nodes.push(open(used, next.from, middle, leftSum, left), open(used + 1, middle, next.to, next.sum - leftSum, right));
  }
  for (const { node, from, to } of nodes) tree.value[node] = quantileOfPart(input.residual, input.rows, from, to, 0.5);
  return tree;
}

function sumOf({ gradient, rows }: GrowInput, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += gradient[rows[i]!]!;
  return sum;
}

/** Brings the rows that go left to the front of the span; returns where the others begin. */
function partition(column: Uint8Array, bin: number, rows: Int32Array, from: number, to: number): number {
  let middle = from;
  for (let i = from; i < to; i++) {
    const row = rows[i]!;
    if (column[row]! > bin) continue;
    rows[i] = rows[middle]!;
    rows[middle++] = row;
  }
  return middle;
}
