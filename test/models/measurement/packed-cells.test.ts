import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countPacked,
  countPackedUntil,
  createCellSum,
  meanPacked,
  quantilePacked,
  sumPacked,
} from '../../../models/measurement/packed-cells.ts';
import { bucketMid, bucketOf, meanOf, mergeCells, quantile } from '../../../models/workload/log/histogram.ts';
import { cellsOf } from './lines.ts';

const times = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { maxLength: 60 });

describe('packed cells', () => {
  it('agree with the histogram of the workload, which k6 uses', () => {
    fc.assert(
      fc.property(fc.array(times, { maxLength: 4 }), fc.double({ min: 0, max: 1, noNaN: true }), (lists, q) => {
        const sum = createCellSum();
        const plain = new Map<number, number>();
        for (const list of lists) {
          sum.add(cellsOf(list));
          mergeCells(plain, cellsOf(list));
        }
        const packed = sum.take();
        expect(quantilePacked(packed, q)).toBe(quantile(plain, q));
        expect(meanPacked(packed) ?? 0).toBeCloseTo(meanOf(plain) ?? 0, 6);
        expect(countPacked(packed)).toBe(lists.flat().length);
        expect(sum.take()).toHaveLength(0);
      }),
    );
  });

  it('lie within half a percent of the exact quantile', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, q) => {
          const sum = createCellSum();
          sum.add(cellsOf(list));
          const exact = [...list].sort((a, b) => a - b)[Math.max(1, Math.ceil(q * list.length)) - 1]!;
          expect(Math.abs(quantilePacked(sum.take(), q)! - exact) / exact).toBeLessThanOrEqual(0.005);
        },
      ),
    );
  });

  it('count what lies at or below a limit as the quantile sees it', () => {
    fc.assert(
      fc.property(times, fc.double({ min: 0.001, max: 1e6, noNaN: true }), (list, limit) => {
        const sum = createCellSum();
        sum.add(cellsOf(list));
        expect(countPackedUntil(sum.read(), limit)).toBe(list.filter((ms) => bucketMid(bucketOf(ms)) <= limit).length);
      }),
    );
  });

  it('add up in any grouping', () => {
    fc.assert(
      fc.property(fc.array(times, { maxLength: 6 }), (lists) => {
        const sum = createCellSum();
        const parts = lists.map((list) => {
          sum.add(cellsOf(list));
          return sum.take();
        });
        expect(sumPacked([...parts].reverse())).toEqual(sumPacked([sumPacked(parts.slice(0, 2)), ...parts.slice(2)]));
      }),
    );
  });
});
