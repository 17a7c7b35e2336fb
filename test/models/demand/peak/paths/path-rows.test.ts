import { describe, expect, it } from 'vitest';
import { highestOf, mappedPaths, pathRows, sortedPeriod } from '../../../../../models/demand/peak/paths/path-rows.ts';

describe('paths in one block of memory', () => {
  it('are rows that do not overlap', () => {
    const rows = pathRows(3, 2);
    for (const [i, row] of rows.entries()) row.fill(i + 1);
    expect(rows.map((row) => [...row])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(new Set(rows.map(({ buffer }) => buffer)).size).toBe(1);
  });

  it('are mapped by value, period and path, and the given ones stay as they are', () => {
    const given = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
    expect(mappedPaths(given, (value, k, path) => 100 * path + 10 * k + value).map((row) => [...row])).toEqual([
      [1, 12],
      [103, 114],
    ]);
    expect(given.flatMap((row) => [...row])).toEqual([1, 2, 3, 4]);
    expect(mappedPaths([], () => 1)).toEqual([]);
  });

  it('are sorted period by period, closed periods first, and have a highest value', () => {
    const paths = [Float64Array.of(0, 9), Float64Array.of(0, Number.NEGATIVE_INFINITY), Float64Array.of(0, 4)];
    expect([...sortedPeriod(paths, 1, new Float64Array(3))]).toEqual([Number.NEGATIVE_INFINITY, 4, 9]);
    expect(highestOf(Float64Array.of(-3, -1, -2))).toBe(-1);
    expect(highestOf(new Float64Array(0))).toBe(Number.NEGATIVE_INFINITY);
  });
});
