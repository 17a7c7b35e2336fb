import { BINS, type BinnedColumns } from './binned-columns.ts';

/** A binary tree in arrays. Node 0 is the root; a node whose feature is −1 is a leaf with a value. */
export interface Tree {
  readonly feature: Int16Array;
  /** Rows with a bin up to this one go left; missing values, bin 0, therefore too. */
  readonly bin: Uint8Array;
  readonly left: Int16Array;
  readonly right: Int16Array;
  readonly value: Float64Array;
}

/** The leaf a row falls into. */
export function leafOf(tree: Tree, { features, cells }: BinnedColumns, row: number): number {
  const begin = row * features;
  let node = 0;
  while (tree.feature[node]! >= 0) {
    const feature = tree.feature[node]!;
    node = cells[begin + feature]! <= feature * BINS + tree.bin[node]! ? tree.left[node]! : tree.right[node]!;
  }
  return node;
}
