import { randomFrom } from '../../workload/users/random.ts';
import type { BinnedColumns } from './binned-columns.ts';
import { type GrowOptions, growTree } from './grow-tree.ts';
import { codeOf, emptyHistogram } from './histogram.ts';
import { quantileOfPart } from './quantile-of-part.ts';
import { leafOf, type Tree } from './tree.ts';

export interface BoostOptions extends GrowOptions {
  readonly trees: number;
  /** Share of its value that a leaf adds. */
  readonly rate: number;
  /** Share of rows and of features that each tree sees. */
  readonly sample: number;
  readonly seed: number;
}

/** The leaf of a row that a tree was not grown from. */
const UNSEEN = -1;

/** A sum of trees on a start value. */
export interface Forest {
  readonly start: number;
  readonly rate: number;
  readonly trees: readonly Tree[];
}

/**
 * Gradient boosting of the mean absolute error: each tree is grown on the signs of what is left, and its leaves hold medians of it.
 *
 * @param target by row of the matrix; only `rows` are read
 * @param rows rows to learn from
 *
 * Source: J. H. Friedman, Greedy function approximation: a gradient boosting machine, Annals of Statistics 29 (2001); Stochastic gradient
 * boosting, Computational Statistics & Data Analysis 38 (2002). The same seed gives the same forest.
 */
export function boost(columns: BinnedColumns, target: Float64Array, rows: Int32Array, options: BoostOptions): Forest {
  const random = randomFrom(options.seed, rows.length);
  const start = quantileOfPart(target, rows, { from: 0, to: rows.length }, 0.5);
  const residual = new Float64Array(columns.rows);
  for (const row of rows) residual[row] = target[row]! - start;
  const code = new Float64Array(columns.rows);
  const leaf = new Int16Array(columns.rows);
  const room = Array.from({ length: options.leaves }, () => emptyHistogram(columns));
  const trees: Tree[] = [];
  const sampled = new Int32Array(rows.length);
  const part = new Float64Array(rows.length);
  for (let t = 0; t < options.trees; t++) {
    let [kept, sum] = [0, 0];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const gradient = Math.sign(residual[row]!);
      code[row] = codeOf(gradient);
      leaf[row] = UNSEEN;
      if (random() >= options.sample) continue;
      sampled[kept++] = row;
      sum += gradient;
    }
    const features = Int32Array.from({ length: columns.features }, (_, i) => i).filter(() => random() < options.sample);
    if (kept === 0 || features.length === 0) continue;
    const tree = growTree({ columns, features, rows: sampled.subarray(0, kept), sum, code, residual, room, part, leaf }, options);
    trees.push(tree);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const node = leaf[row] === UNSEEN ? leafOf(tree, columns, row) : leaf[row]!;
      residual[row]! -= options.rate * tree.value[node]!;
    }
  }
  return { start, rate: options.rate, trees };
}

/** Prediction of the forest for a row. */
export function forestValue({ start, rate, trees }: Forest, columns: BinnedColumns, row: number): number {
  let sum = start;
  for (let t = 0; t < trees.length; t++) sum += rate * trees[t]!.value[leafOf(trees[t]!, columns, row)]!;
  return sum;
}
