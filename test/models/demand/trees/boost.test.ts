import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binnedColumns } from '../../../../models/demand/trees/binned-columns.ts';
import { boost, forestValue } from '../../../../models/demand/trees/boost.ts';
import { quantileOfPart } from '../../../../models/demand/trees/quantile-of-part.ts';
import { leafOf, type Tree } from '../../../../models/demand/trees/tree.ts';

describe('trees', () => {
  const options = { trees: 80, rate: 0.2, leaves: 8, leafRows: 5, sample: 1, seed: 1 };
  const column = Float64Array.from({ length: 400 }, (_, i) => i / 40);
  const all = Int32Array.from({ length: 400 }, (_, i) => i);

  it('learn steps, missing values included, to less than a hundredth of their height', () => {
    const withGaps = column.map((value, i) => (i % 10 === 0 ? Number.NaN : value));
    const truth = withGaps.map((value) => (Number.isNaN(value) ? -5 : value > 6 ? 3 : 1));
    const columns = binnedColumns([withGaps]);
    const forest = boost(columns, truth, all, options);
    for (const row of [0, 9, 399]) expect(forestValue(forest, columns, row)).toBeCloseTo(truth[row]!, 2);
  });

  it('minimise the absolute error: an outlier in a hundred moves nothing', () => {
    const truth = column.map((_, i) => (i % 100 === 7 ? 1e9 : 2));
    const columns = binnedColumns([column]);
    expect(forestValue(boost(columns, truth, all, { ...options, leafRows: 30 }), columns, 200)).toBeCloseTo(2, 6);
  });

  it('grow the same for the same seed', () => {
    const columns = binnedColumns([column, column.map(Math.sin)]);
    const grown = () => boost(columns, column.map(Math.cos), all, { ...options, trees: 3, sample: 0.5 });
    expect(grown()).toEqual(grown());
  });

  it('stay at the median when no row or no feature is drawn', () => {
    const columns = binnedColumns([column]);
    expect(boost(columns, column, all, { ...options, sample: 0 }).trees).toEqual([]);
  });

  it('send each row to the leaf that asking node by node finds, by bins with no room for more', () => {
    const columns = binnedColumns([column.map((x) => Math.floor(x)), column.map(Math.sin), new Float64Array(400).fill(Number.NaN)]);
    expect([...columns.starts]).toEqual([0, 11, 75, 77]);
    const { trees } = boost(columns, column.map(Math.cos), all, { ...options, trees: 5 });
    const asked = (tree: Tree, row: number, node = 0): number => {
      if (tree.left[node] === node) return node;
      const goesLeft = columns.cells[3 * row + tree.feature[node]!]! <= tree.cell[node]!;
      return asked(tree, row, tree.left[node]! + (goesLeft ? 0 : 1));
    };
    for (const tree of trees) for (const row of all) expect(leafOf(tree, columns, row)).toBe(asked(tree, row));
    expect(trees[0]!.depth).toBeGreaterThan(2);
  });

  it('select the same quantile as sorting does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, level) => {
          const rows = Int32Array.from(values.keys());
          const sorted = [...values].sort((a, b) => a - b);
          expect(quantileOfPart(Float64Array.from(values), rows, { from: 0, to: values.length }, level)).toBe(
            sorted[Math.min(values.length - 1, Math.floor(level * values.length))],
          );
        },
      ),
    );
  });
});
