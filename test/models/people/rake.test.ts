import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rake } from '../../../models/people/rake.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const columnsOf = (table: readonly (readonly number[])[]): number[] => (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j]!)));

describe('raking', () => {
  it('gives the totals asked, exactly, and leaves 0 where a 0 was', () => {
    const weight = fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 9, noNaN: true }));
    const tables = fc.array(fc.array(weight, { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(tables, tables, (seed, other) => {
        // Totals of a table with zeros at the same places can be reached.
        const reachable = seed.map((row, i) => row.map((cell, j) => (cell === 0 ? 0 : 0.2 + other[i]![j]!)));
        const [rows, columns] = [reachable.map(sum), columnsOf(reachable)];
        const table = rake(seed, rows, columns);
        table.forEach((row, i) => {
          expect(sum(row)).toBeCloseTo(rows[i]!, 9);
        });
        columnsOf(table).forEach((total, j) => {
          expect(total).toBeCloseTo(columns[j]!, 9);
        });
        expect(table.flat().map((cell) => cell === 0)).toEqual(seed.flat().map((cell) => cell === 0));
      }),
    );
  });

  it('keeps the odds of the weights, as the nearest table does', () => {
    // The cross ratio of a table of two by two is what fitting does not touch.
    const [[a, b], [c, d]] = rake(
      [
        [6, 1],
        [1, 2],
      ],
      [0.6, 0.4],
      [0.5, 0.5],
    ) as [[number, number], [number, number]];
    expect((a * d) / (b * c)).toBeCloseTo(12, 8);
  });

  it.each([
    [[[1, 1]], [1], [0.4, 0.4], 'rake: the totals of rows and columns must have the same sum, got 1 and 0.8'],
    [[[1, 1]], [1, 1], [1, 1], 'rake: a table needs one total a row and a column, got 2 and 2 totals'],
    [[[1, -1]], [1], [0.5, 0.5], 'rake: weights and totals must be 0 or more'],
    [
      [
        [1, 0],
        [1, 1],
      ],
      [0.7, 0.3],
      [0.5, 0.5],
      'rake: no table has these totals where the weights are 0; give more cells a weight, or other totals',
    ],
    [
      [
        [1, 0],
        [1, 0],
      ],
      [0.5, 0.5],
      [0.5, 0.5],
      'rake: no table has these totals where the weights are 0; give more cells a weight, or other totals',
    ],
  ])('refuses %j with totals %j and %j in one sentence', (seed, rows, columns, sentence) => {
    expect(() => rake(seed, rows, columns)).toThrow(sentence);
  });
});
