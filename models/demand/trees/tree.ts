import type { BinnedColumns } from './binned-columns.ts';

/** A binary tree in arrays. Node 0 is the root; a node whose feature is −1 is a leaf with a value. */
export interface Tree {
  readonly feature: Int16Array;
  /** Rows whose cell of the feature is up to this one go left; missing values, the first cell, therefore too. */
  readonly cell: Int32Array;
  /** The child to the left; that to the right is the next one. */
  readonly left: Int16Array;
  readonly value: Float64Array;
}

/** The leaf a row falls into. */
export function leafOf({ feature, cell, left }: Tree, { features, cells }: BinnedColumns, row: number): number {
  const begin = row * features;
  let node = 0;
  let asked = feature[0]!;
  while (asked >= 0) {
    // 1 where the cell is beyond, without a branch that cannot be foretold.
    node = left[node]! + ((cell[node]! - cells[begin + asked]!) >>> 31);
    asked = feature[node]!;
  }
  return node;
}
