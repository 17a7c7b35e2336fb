import type { BinnedColumns } from './binned-columns.ts';

/** A binary tree in arrays. Node 0 is the root. A leaf is its own child to the left, to which all rows go. */
export interface Tree {
  readonly feature: Int16Array;
  /** Rows whose cell of the feature is up to this one go left; missing values, the first cell, therefore too. */
  readonly cell: Int32Array;
  /** The child to the left; that to the right is the next one. */
  readonly left: Int16Array;
  readonly value: Float64Array;
  /** Cuts on the way to the deepest leaf. */
  depth: number;
}

/** No cell is beyond it. */
const LAST_CELL = 2 ** 16;

/**
 * A tree of one leaf, with room for so many.
 *
 * @example treeOf(3).left.length // => 5
 */
export function treeOf(leaves: number): Tree {
  const size = 2 * leaves - 1;
  return {
    feature: new Int16Array(size),
    cell: new Int32Array(size).fill(LAST_CELL),
    left: Int16Array.from({ length: size }, (_, node) => node),
    value: new Float64Array(size),
    depth: 0,
  };
}

/** The leaf a row falls into: as many steps as the deepest leaf takes, because a branch for the end would be foretold wrongly for most rows. */
export function leafOf({ feature, cell, left, depth }: Tree, { features, cells }: BinnedColumns, row: number): number {
  const begin = row * features;
  let node = 0;
  for (let step = 0; step < depth; step++) node = left[node]! + ((cell[node]! - cells[begin + feature[node]!]!) >>> 31);
  return node;
}
