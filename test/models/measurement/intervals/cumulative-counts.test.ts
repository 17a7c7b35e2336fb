import { describe, expect, it } from 'vitest';
import { cumulativeCounts } from '../../../../models/measurement/intervals/cumulative-counts.ts';
import { createCellSum } from '../../../../models/measurement/packed-cells.ts';
import { cellsOf } from '../lines.ts';

const sum = createCellSum();

const packed = (times: readonly number[]) => {
  sum.add(cellsOf(times));
  return sum.take();
};

describe('cumulativeCounts', () => {
  it('widens its rows beyond two hours', () => {
    const long = new Map([
      [0, packed([1])],
      [20_000, packed([2])],
    ]);
    // 20,001 seconds in at most 7,200 rows: three seconds a row.
    expect(cumulativeCounts(long)).toMatchObject({ width: 3, rows: 6_667 });
  });
});
