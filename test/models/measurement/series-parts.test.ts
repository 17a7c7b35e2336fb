import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCellSum } from '../../../models/measurement/packed-cells.ts';
import { binWidth } from '../../../models/measurement/series/bins.ts';
import { percentilePoints } from '../../../models/measurement/series/percentile-plot.ts';
import { evenSample, thinLine } from '../../../models/measurement/series/thin-line.ts';
import { cellsOf } from './lines.ts';

describe('thinLine', () => {
  it('keeps the lowest and the highest value, in time order, within the number of points', () => {
    const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 50 }), (list, most) => {
        const { x, y } = thinLine(list, most);
        expect(x.length).toBeLessThanOrEqual(Math.max(most, 2));
        expect(Math.max(...(y as number[]))).toBe(Math.max(...list));
        expect(Math.min(...(y as number[]))).toBe(Math.min(...list));
        expect([...x].sort((a, b) => a - b)).toEqual(x);
        expect(y).toEqual(x.map((i) => list[i]));
      }),
    );
  });
});

describe('evenSample', () => {
  it('keeps first and last', () => {
    expect(
      evenSample(
        Array.from({ length: 5_000 }, (_, i) => i),
        3,
      ),
    ).toEqual([0, 2_500, 4_999]);
  });
});

describe('percentilePoints', () => {
  it('ends with the last percentile that has ten samples beyond it', () => {
    const cells = createCellSum();
    cells.add(cellsOf(Array.from({ length: 1_000 }, (_, i) => i + 1)));
    const points = percentilePoints(cells.take());
    // 1,000 samples support one in 100: p99.
    expect(points.at(-1)!.oneIn).toBeLessThanOrEqual(100);
    expect(points.at(-1)!.oneIn).toBeGreaterThan(85);
    expect(percentilePoints(new Uint32Array())).toEqual([]);
  });
});

describe('binWidth', () => {
  it('is round, and beyond the longest round width just long enough', () => {
    expect([binWidth(300, 200), binWidth(1_800, 120), binWidth(10_000_000, 200)]).toEqual([2, 15, 50_000]);
  });
});
