import type { BinnedColumns } from './binned-columns.ts';
import { bestSplit, fillHistogram, type GradientHistogram, type Split, subtractHistogram } from './histogram.ts';
import { quantileOfPart } from './quantile-of-part.ts';
import { type Tree, treeOf } from './tree.ts';

export interface GrowOptions {
  readonly leaves: number;
  /** Fewest rows in a leaf. */
  readonly leafRows: number;
}

/** A node that may still be cut: its rows stand together in `rows`. */
interface Open {
  readonly node: number;
  readonly depth: number;
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
  readonly features: Int32Array;
  /** Rows this tree is grown from; their order is changed. */
  readonly rows: Int32Array;
  /** Sum of the signs of their residuals, and what each row adds to a histogram, by row of the matrix. */
  readonly sum: number;
  readonly code: Float64Array;
  /** Residual by row of the matrix: a leaf takes the median of it, which minimises the absolute error. */
  readonly residual: Float64Array;
  /** Room for the histogram of each leaf; used again by the next tree. */
  readonly room: readonly GradientHistogram[];
  /** Room for the residuals of one leaf. */
  readonly part: Float64Array;
  /** By row of the matrix: gets the leaf of each of `rows`. */
  readonly leaf: Int16Array;
}

/**
 * Grows one tree leaf by leaf, always cutting where the gain is largest.
 *
 * Source: G. Ke et al., LightGBM, NIPS 30 (2017) for histograms and leaf-wise growth; J. H. Friedman, Greedy function approximation, Annals of
 * Statistics 29 (2001), algorithm 3, for the medians.
 */
export function growTree(input: GrowInput, { leaves, leafRows }: GrowOptions): Tree {
  const tree = treeOf(leaves);
  const { columns, features, rows, residual, code, room } = input;
  const open = (node: number, depth: number, from: number, to: number, sum: number, histogram: GradientHistogram): Open => ({
    node,
    depth,
    from,
    to,
    sum,
    histogram,
    split: bestSplit(histogram, columns.starts, features, { rows: to - from, sum, leafRows }),
  });
  fillHistogram(room[0]!, columns, features, rows, { from: 0, to: rows.length }, code);
  const nodes = [open(0, 0, 0, rows.length, input.sum, room[0]!)];
  for (let used = 1; used + 2 <= tree.left.length; used += 2) {
    const next = nodes.reduce<Open | null>((best, one) => ((one.split?.gain ?? 0) > (best?.split?.gain ?? 0) ? one : best), null);
    if (next === null || next.split === null) break;
    const { feature, cell, leftSum } = next.split;
    const middle = partition(columns, next.split, rows, next.from, next.to);
    tree.feature[next.node] = feature;
    tree.cell[next.node] = cell;
    tree.left[next.node] = used;
    const smallLeft = middle - next.from <= next.to - middle;
    const small = room[nodes.length]!;
    const span = smallLeft ? { from: next.from, to: middle } : { from: middle, to: next.to };
    fillHistogram(small, columns, features, rows, span, code);
    subtractHistogram(next.histogram, small);
    const [left, right] = smallLeft ? [small, next.histogram] : [next.histogram, small];
    nodes.splice(nodes.indexOf(next), 1);
    const depth = next.depth + 1;
    tree.depth = Math.max(tree.depth, depth);
    nodes.push(open(used, depth, next.from, middle, leftSum, left), open(used + 1, depth, middle, next.to, next.sum - leftSum, right));
  }
  for (const { node, from, to } of nodes) {
    tree.value[node] = quantileOfPart(residual, rows, { from, to }, 0.5, input.part);
    for (let i = from; i < to; i++) input.leaf[rows[i]!] = node;
  }
  return tree;
}

/** Brings the rows that go left to the front of the span; returns where the others begin. */
function partition({ features, cells }: BinnedColumns, { feature, cell }: Split, rows: Int32Array, from: number, to: number): number {
  let middle = from;
  for (let i = from; i < to; i++) {
    const row = rows[i]!;
    rows[i] = rows[middle]!;
    rows[middle] = row;
    // 1 where the row goes left: a branch would be foretold wrongly every other time.
    middle += (cells[row * features + feature]! - cell - 1) >>> 31;
  }
  return middle;
}
